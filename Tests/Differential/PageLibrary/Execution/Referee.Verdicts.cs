using System;
using System.Collections.Generic;
using Devmap.Tests.Differential.Execution;
using Devmap.Tests.Differential.PageLibrary.Language;

namespace Devmap.Tests.Differential.PageLibrary.Execution;

/// <content>From what the runtime does to the rule that it is a matter of.</content>
public sealed partial class Referee
{
    private readonly HashSet<object> _settled = [];
    private readonly HashSet<object> _held = [];
    private readonly Dictionary<object, int> _unasked = [];
    private readonly Dictionary<Page, (int Line, string Way, bool IsPut)> _wrong = [];

    /// <summary>The runtime refuses a call.</summary>
    /// <param name="line">Where.</param>
    /// <param name="deed">What the call does.</param>
    /// <param name="declared">Where its subject was acquired; 0: it was not, it was only looked up.</param>
    /// <param name="subject">What it does that to; <see langword="null"/>: there was none.</param>
    /// <param name="stop">What the runtime says.</param>
    /// <returns>Whether the program goes on; <see langword="false"/>: it is over, without a verdict on what it holds.</returns>
    public bool Stopped(int line, Deed deed, int declared, object? subject, Exception stop)
    {
        if (_isOver)
        {
            return false;
        }

        if (subject is null)
        {
            // Who hands on what may be null leaves the question to somebody else.
            UseNull(deed is Deed.Install or Deed.List ? 0 : declared);
            return false;
        }

        switch (deed)
        {
            case Deed.Put when subject is PgMap:
                Settle(subject, Rules.OverRelease, line);
                return true;
            case Deed.Put or Deed.Unpin when stop is ReferenceCountException:
                GiveUnheld((Page)subject, line, isPut: deed == Deed.Put);
                return true;
            case Deed.UnpinAll when stop is ReferenceCountException:
                GiveUnheld(Array.Find((Page[])subject, static page => page.PinCount == 0)!, line, isPut: false);
                return true;
            case Deed.UnpinAll when _unasked.ContainsKey(subject):
                // A number that nobody looked at is what is wrong, not how often it is used.
                return true;
            case Deed.UnpinAll:
                Settle(subject, Rules.CountMismatch, line);
                return true;
            case Deed.Touch when stop is ReferenceCountException && _machine.Range.RefCount > _rangeCount && !_held.Contains(subject):
                // Which range a frame lies in is not seen: the one that is held might be it.
                _settled.Add(subject);
                return true;
            case Deed.Touch or Deed.Get when stop is ReferenceCountException:
                Settle(subject, RuleOfTouch(subject), line);
                return true;
            case Deed.List when stop is KernelBugException:
                Note($"list in {line}", new Mistake(Rules.LruOfDevicePage, line));
                return true;
            case Deed.InstallFrame when stop is KernelBugException:
                Note($"frame in {line}", new Mistake(Rules.MappedByPfn, line));
                return true;
            default:
                return false;
        }
    }

    /// <summary>A page was to go into a page table: it is refused where nobody holds it.</summary>
    public void Installed(int line, Page page, Errno answer)
    {
        if (answer == Errno.EINVAL)
        {
            Settle(page, Rules.Unreferenced, line);
        }
    }

    /// <summary>A frame went into a page table: the entry of a page that has a struct page counts nothing.</summary>
    public void FrameInstalled(int line, Page page, Errno answer)
    {
        Vma mixed = _machine.Mixed;
        for (ulong address = mixed.Start; address < mixed.End; address += PhysicalMemory.PageSize)
        {
            if (mixed.Space.PageTable.Lookup(address) is { IsPresent: true, IsSpecial: true } entry && entry.Pfn == page.Pfn)
            {
                Note($"frame in {line}", new Mistake(Rules.MappedByPfn, line));
                return;
            }
        }
    }

    /// <summary>A range was to be taken away: it waits for the entries that nobody takes away, for ever.</summary>
    public void Removed(int line, TeardownResult result)
    {
        foreach (OutstandingPage page in result.Pages)
        {
            if (page.Mappings > 0)
            {
                Note($"removal in {line}", new Mistake(Rules.RemovedWhileMapped, line));
                return;
            }
        }
    }

    // A range that is held keeps pages, but gives them no count on top of which another could be taken.
    private string RuleOfTouch(object page) =>
        _held.Contains(page) ? Rules.UseAfterRelease
        : _machine.Range.RefCount > _rangeCount ? Rules.MissingReference
        : Rules.MissingPgMap;

    private void UseNull(int declared)
    {
        if (!_isOver && declared > 0)
        {
            Note($"answer in {declared}", new Mistake(Rules.Unchecked, declared));
        }

        _isOver = true;
    }

    // What is given up is not held: not at all, or as something else.
    private void GiveUnheld(Page page, int line, bool isPut)
    {
        Holding holding = Holding.Of(page);
        if (!isPut)
        {
            // That a reference was not there explains nothing of a pin.
            _unasked.Remove(page);
        }

        if (!_unasked.ContainsKey(page) && (isPut ? holding.Pins : holding.References) > 0)
        {
            if (!_wrong.TryAdd(page, (line, _way.ToString(), isPut)))
            {
                _settled.Add(page);
            }

            return;
        }

        Settle(page, Rules.OverRelease, line);
    }

    // The right one comes after all: then the wrong one was not in its place, but one too many.
    private void GivenAfterAll(Page page, Holding before, Holding now)
    {
        if (_wrong.TryGetValue(page, out var wrong) && (wrong.IsPut ? now.Pins < before.Pins : now.References < before.References))
        {
            _wrong.Remove(page);
            _noted.Add(new(_machine.NameOf(page), wrong.Way, new Mistake(Rules.OverRelease, wrong.Line), IsFollowed: false));
        }
    }

    private void EndOf(int index)
    {
        Page page = _machine.Watched[index];
        int references = _seen[index].References - _atFirst[index].References;
        int pins = _seen[index].Pins - _atFirst[index].Pins;
        string name = _machine.NameOf(page);
        if (_wrong.TryGetValue(page, out var wrong))
        {
            _noted.Add(new(name, wrong.Way, new Mistake(Rules.WrongFunction, wrong.Line), IsFollowed: true));
            return;
        }

        if (_settled.Contains(page))
        {
            return;
        }

        if (references > 0)
        {
            Note(name, new Mistake(Rules.Leak, _referenceLines[index]));
        }

        if (pins > 0)
        {
            Note(name, new Mistake(Rules.Leak, _pinLines[index]));
        }
    }

    private void Settle(object subject, string rule, int line)
    {
        if (_isOver || !_settled.Add(subject))
        {
            return;
        }

        // What nobody asked for was not there: that is where it began.
        bool failed = _unasked.TryGetValue(subject, out int unasked) && rule is Rules.OverRelease or Rules.UseAfterRelease or Rules.MissingPgMap or Rules.Unreferenced;
        Note(_machine.NameOf(subject), failed ? new Mistake(Rules.Unchecked, unasked) : new Mistake(rule, line));
    }

    private void Note(string subject, Mistake mistake, bool isFollowed = true) => _noted.Add(new(subject, _way.ToString(), mistake, isFollowed));

    private void NoteAnswer(string subject, int line) =>
        _noted.Add(new(subject, _way.ToString(), new Mistake(Rules.Unchecked, line), IsFollowed: false, IsAnswer: true));
}
