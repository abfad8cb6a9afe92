using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace Devmap;

/// <summary>
/// Remembers, while it is on, where each reference, pin and mapping was taken that is not given up yet (the kernel's
/// <c>ref_tracker</c> and <c>page_owner</c>).
/// </summary>
/// <remarks>
/// References carry no names: which of several that are held on a page a release gives up is guessed. It is taken for one
/// of its kind that the releasing member took, else one of the releasing thread, else the last one.
/// </remarks>
public sealed class ReferenceTracker
{
    private readonly ConcurrentDictionary<object, List<ReferenceHolder>> _holders = new();
    private int _on;

    internal ReferenceTracker()
    {
    }

    /// <summary>Whether it watches. What is taken while it does not is not known to it. Off until it is switched on.</summary>
    public bool IsOn
    {
        get => Volatile.Read(ref _on) != 0;
        set
        {
            if (Interlocked.Exchange(ref _on, value ? 1 : 0) != (value ? 1 : 0))
            {
                Probe.AddUser(value ? 1 : -1);
            }

            if (!value)
            {
                _holders.Clear();
            }
        }
    }

    /// <summary>Where what is held on a page, or on the folio that it is part of, was taken. A snapshot.</summary>
    public IReadOnlyList<ReferenceHolder> HoldersOf(Page page) => Copy((page ?? throw new ArgumentNullException(nameof(page))).Head);

    /// <summary>Where the references on a device range were taken. A snapshot.</summary>
    public IReadOnlyList<ReferenceHolder> HoldersOf(PgMap pgmap) => Copy(pgmap ?? throw new ArgumentNullException(nameof(pgmap)));

    internal void Add(object target, ReferenceKind kind)
    {
        (string member, string file, int line) = CallSite.Find();
        var holder = new ReferenceHolder(kind, member, file, line, Environment.CurrentManagedThreadId);
        List<ReferenceHolder> holders = _holders.GetOrAdd(target, static _ => new List<ReferenceHolder>());
        lock (holders)
        {
            holders.Add(holder);
        }
    }

    internal void Remove(object target, ReferenceKind kind)
    {
        if (_holders.TryGetValue(target, out List<ReferenceHolder>? holders))
        {
            string member = CallSite.Find().Member;
            int thread = Environment.CurrentManagedThreadId;
            lock (holders)
            {
                int index = holders.FindLastIndex(holder => holder.Kind == kind && holder.Member == member);
                index = index >= 0 ? index : holders.FindLastIndex(holder => holder.Kind == kind && holder.ThreadId == thread);
                index = index >= 0 ? index : holders.FindLastIndex(holder => holder.Kind == kind);
                if (index >= 0)
                {
                    holders.RemoveAt(index);
                }
            }
        }
    }

    private IReadOnlyList<ReferenceHolder> Copy(object target)
    {
        if (!_holders.TryGetValue(target, out List<ReferenceHolder>? holders))
        {
            return Array.Empty<ReferenceHolder>();
        }

        lock (holders)
        {
            return holders.ToArray();
        }
    }
}
