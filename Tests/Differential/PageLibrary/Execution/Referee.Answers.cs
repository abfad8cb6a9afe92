using System;
using System.Linq;
using Devmap.Tests.Differential.Execution;

namespace Devmap.Tests.Differential.PageLibrary.Execution;

/// <content>What the program is answered, and whether it asks.</content>
public sealed partial class Referee
{
    /// <summary>Something was looked for.</summary>
    public T? Found<T>(T? found)
        where T : class
    {
        Went(found is null ? -1 : -2);
        return found;
    }

    /// <summary>A conditional acquire, by whose answer something is decided later, or nothing.</summary>
    public bool Answered(int line, Page page, bool taken)
    {
        Went(taken ? -2 : -1);
        if (!taken)
        {
            _unasked[page] = line;
            NoteAnswer(_machine.NameOf(page), line);
        }

        return taken;
    }

    /// <summary>A conditional acquire at whose answer nobody looks.</summary>
    public void Took(int line, Page page, bool taken) => Answered(line, page, taken);

    /// <summary>A pin was asked for; long-term pins of files are refused.</summary>
    public int Pinned(int line, Page[] pages, int answer)
    {
        Went(Math.Min(answer, 0) - 10);
        if (answer == -(int)Errno.EOPNOTSUPP)
        {
            Note($"pin in {line}", new Mistake(Rules.LongTermPin, line));
        }

        if (answer <= 0)
        {
            _unasked[pages] = line;
            NoteAnswer($"answer in {line}", line);
        }

        return answer;
    }

    /// <summary>Now the answer of a line is asked for.</summary>
    /// <returns><see langword="true"/>: the question follows.</returns>
    public bool Asks(int line)
    {
        _noted.Ask(line);
        foreach (object subject in _unasked.Where(entry => entry.Value == line).Select(static entry => entry.Key).ToArray())
        {
            _unasked.Remove(subject);
        }

        return true;
    }

    /// <summary>A mapping of the store was made.</summary>
    public Vma Mapped(Vma mapping)
    {
        _machine.Use(mapping);
        return mapping;
    }

    /// <summary>A condition asks a page something.</summary>
    /// <exception cref="NullReferenceException">There is none.</exception>
    public bool Asks(int declared, Page? page)
    {
        if (page is null)
        {
            UseNull(declared);
            throw new NullReferenceException();
        }

        return true;
    }

    /// <summary>A count of 1 was taken for the answer to whether the page is idle. Who holds it asks another question.</summary>
    public bool TakesForIdle(int line, Page page, bool answer)
    {
        if (!_isOver && !Holding.Of(page).IsAny && answer != page.IsIdle)
        {
            Note(_machine.NameOf(page), new Mistake(Rules.MagicCount, line), isFollowed: false);
        }

        return answer;
    }
}
