using System;
using System.Collections.Generic;
using System.Threading;

namespace Devmap;

/// <summary>What operations tell those who watch. Where nobody does, it costs them the look at one static field.</summary>
internal sealed class Probe
{
    private static int s_users;

    [ThreadStatic]
    private static long t_balance;

    private readonly InvariantChecks _checks;
    private readonly ReferenceTracker _tracker;

    public Probe(InvariantChecks checks, ReferenceTracker tracker)
    {
        _checks = checks;
        _tracker = tracker;
    }

    /// <summary>Whether anything is watched on any machine.</summary>
    public static bool IsOn => s_users != 0;

    /// <summary>References, pins and pgmap references that the calling thread has taken more than given up.</summary>
    public static long Balance => t_balance;

    public static void AddUser(int change) => Interlocked.Add(ref s_users, change);

    /// <summary>What others did in between (a handler, a callback) is not counted.</summary>
    public static void RestoreBalance(long balance) => t_balance = balance;

    public bool Watches(Invariant invariant) => IsOn && _checks.IsEnabled(invariant);

    public void Acquired(object target, ReferenceKind kind)
    {
        Count(kind, 1);
        if (_tracker.IsOn)
        {
            _tracker.Add(Key(target), kind);
        }
    }

    public void Releasing(object target, ReferenceKind kind)
    {
        Count(kind, -1);
        if (_tracker.IsOn)
        {
            _tracker.Remove(Key(target), kind);
        }
    }

    public void Converted(Page page, ReferenceKind from, ReferenceKind to)
    {
        Releasing(page, from);
        Acquired(page, to);
    }

    /// <summary>The reference on a folio has become one on each of its pages.</summary>
    public void Split(Page head, int count)
    {
        for (int i = 1; i < count; i++)
        {
            Acquired(head.Sibling(i), ReferenceKind.Reference);
        }
    }

    public IReadOnlyList<ReferenceHolder> HoldersOf(object target)
    {
        return target switch
        {
            Page page => _tracker.HoldersOf(page),
            PgMap pgmap => _tracker.HoldersOf(pgmap),
            _ => Array.Empty<ReferenceHolder>(),
        };
    }

    /// <summary>A call that cannot go on.</summary>
    public ReferenceCountException Misuse(Invariant invariant, Page page, string operation, PageCounts counts, string reason)
    {
        var breach = new InvariantBreach(invariant, page, operation, counts, reason, _tracker.HoldersOf(page));
        if (Watches(invariant))
        {
            _checks.Note(breach);
        }

        return new ReferenceCountException(page, counts, breach);
    }

    /// <summary>An invariant does not hold; the call goes on where breaches are collected.</summary>
    public void Breach(Invariant invariant, Page? page, string operation, string reason)
    {
        if (Watches(invariant))
        {
            PageCounts counts = page?.Counts ?? default;
            IReadOnlyList<ReferenceHolder> holders = page is null ? Array.Empty<ReferenceHolder>() : _tracker.HoldersOf(page);
            var breach = new InvariantBreach(invariant, page, operation, counts, reason, holders);
            _checks.Note(breach);
            if (!_checks.CollectsBreaches)
            {
                throw new InvariantBreachException(breach);
            }
        }
    }

    /// <summary>I4: an idle page comes to life only under the lock of its DAX entry.</summary>
    public void CheckRevival(Page page, object entryLock)
    {
        if (Watches(Invariant.I4) && page.Counts.Packed == 0 && !Monitor.IsEntered(entryLock))
        {
            Breach(Invariant.I4, page, "folio_ref_inc", "an idle page comes to life without the lock of its entry");
        }
    }

    /// <summary>I14: what a call has taken is what it says.</summary>
    public void CheckBalance(long before, long expected, string operation)
    {
        if (Watches(Invariant.I14) && t_balance - before != expected)
        {
            Breach(Invariant.I14, null, operation, $"{t_balance - before} references are held where the call accounts for {expected}");
        }
    }

    private static void Count(ReferenceKind kind, int change)
    {
        if (kind != ReferenceKind.Mapping)
        {
            t_balance += change;
        }
    }

    private static object Key(object target) => target is Page page ? page.Head : target;
}
