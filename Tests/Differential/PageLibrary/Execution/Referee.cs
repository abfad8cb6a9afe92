using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Devmap.Tests.Differential.Execution;

namespace Devmap.Tests.Differential.PageLibrary.Execution;

/// <summary>
/// Watches one execution of a program. What is wrong is for the runtime to say: by what it refuses, and by the counts that it
/// shows at the end. The referee says which rule that is a matter of, and of which line.
/// </summary>
/// <remarks>One mistake is one report: of an object about which something was said, nothing more is said in the execution.</remarks>
public sealed partial class Referee
{
    private readonly Machine _machine;
    private readonly Noted _noted;
    private readonly StringBuilder _way = new();
    private readonly Holding[] _atFirst;
    private readonly Holding[] _seen;
    private readonly int[] _referenceLines;
    private readonly int[] _pinLines;
    private readonly long _rangeCount;
    private long _rangeSeen;
    private int _rangeLine;
    private int _line;
    private bool _isOver;

    internal Referee(Machine machine, Noted noted)
    {
        _machine = machine;
        _noted = noted;
        _seen = Array.ConvertAll(machine.Watched, Holding.Of);
        _atFirst = [.. _seen];
        _referenceLines = new int[_seen.Length];
        _pinLines = new int[_seen.Length];
        _rangeCount = _rangeSeen = machine.Range.RefCount;
    }

    /// <summary>The program has used what is not there, and nothing can be said of the rest.</summary>
    internal bool IsOver => _isOver;

    /// <summary>The statement of a line comes next.</summary>
    public void At(int line)
    {
        if (!_isOver)
        {
            NoteWhatWasTaken();
            _line = line;
            Went(line);
            _machine.LetOthersRun(_held.OfType<Page>().Where(static page => !Holding.Of(page).IsAny));
        }
    }

    /// <summary>The statement of a line comes next, and asks a page for a reference.</summary>
    public void At(int line, Page? asked)
    {
        At(line);
        if (!_isOver && asked is not null)
        {
            _machine.MayBeFull(asked);
        }
    }

    /// <summary>The program has come to its end: what it still holds, nobody will ever give up.</summary>
    internal void End()
    {
        if (_isOver)
        {
            return;
        }

        NoteWhatWasTaken();
        Went(0);
        for (int i = 0; i < _seen.Length; i++)
        {
            EndOf(i);
        }

        if (_rangeSeen > _rangeCount && !_settled.Contains(_machine.Range))
        {
            Note(_machine.NameOf(_machine.Range), new Mistake(Rules.Leak, _rangeLine));
        }
    }

    // Where it went, and what it was answered: by this executions are told apart that one who reads can tell apart.
    private void Went(int what) => _way.Append(CultureInfo.InvariantCulture, $"{what} ");

    private void NoteWhatWasTaken()
    {
        for (int i = 0; i < _seen.Length; i++)
        {
            Holding now = Holding.Of(_machine.Watched[i]);
            if (now.References > _seen[i].References)
            {
                _referenceLines[i] = _line;
            }

            if (now.Pins > _seen[i].Pins)
            {
                _pinLines[i] = _line;
            }

            if (now.References > _seen[i].References || now.Pins > _seen[i].Pins)
            {
                _held.Add(_machine.Watched[i]);
            }

            GivenAfterAll(_machine.Watched[i], _seen[i], now);
            _seen[i] = now;
        }

        long range = _machine.Range.RefCount;
        _rangeLine = range > _rangeSeen ? _line : _rangeLine;
        _rangeSeen = range;
    }
}
