using System;
using System.Collections.Generic;
using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <content>What can be watched, and what can be made to go wrong.</content>
public sealed partial class PhysicalMemory
{
    // Held weakly: an address space that nobody knows any more is not kept from going.
    private readonly List<WeakReference<AddressSpace>> _spaces = new();
    private int _defects;

    /// <summary>The invariants, which can be watched.</summary>
    public InvariantChecks Checks { get; }

    /// <summary>Where what is held was taken.</summary>
    public ReferenceTracker Tracker { get; } = new();

    /// <summary>The defects that this kernel has. None, unless it is told to have some.</summary>
    public KernelDefects Defects
    {
        get => (KernelDefects)Volatile.Read(ref _defects);
        set => Volatile.Write(ref _defects, (int)value);
    }

    internal Probe Probe { get; }

    internal IReadOnlyList<AddressSpace> AddressSpaces
    {
        get
        {
            lock (_spaces)
            {
                var alive = new List<AddressSpace>();
                _spaces.RemoveAll(weak => !weak.TryGetTarget(out _));
                foreach (WeakReference<AddressSpace> weak in _spaces)
                {
                    if (weak.TryGetTarget(out AddressSpace? space))
                    {
                        alive.Add(space);
                    }
                }

                return alive;
            }
        }
    }

    /// <summary>RAM and the device ranges that are there. A copy.</summary>
    internal IReadOnlyList<Zone> Zones
    {
        get
        {
            var zones = new List<Zone> { _ram };
            lock (_pgmaps)
            {
                foreach (PgMap pgmap in _pgmaps.Keys)
                {
                    zones.Add(pgmap.Zone);
                }
            }

            return zones;
        }
    }

    internal bool HasDefect(KernelDefects defect) => (Defects & defect) != 0;

    internal void Register(AddressSpace space)
    {
        lock (_spaces)
        {
            // Now and then, so that what is gone does not pile up.
            if (_spaces.Count == _spaces.Capacity)
            {
                _spaces.RemoveAll(weak => !weak.TryGetTarget(out _));
            }

            _spaces.Add(new WeakReference<AddressSpace>(space));
        }
    }

    /// <summary>Whether the frame belonged to a device range that is gone, and belongs to none now.</summary>
    internal bool IsRemoved(Pfn pfn)
    {
        lock (_pgmaps)
        {
            return _frames.Find(pfn) is null && _removed.Exists(pgmap => pgmap.Contains(pfn));
        }
    }

    /// <summary>The page of zeros (<c>ZERO_PAGE</c>). It is always there.</summary>
    [UncountedRef]
    internal Page ZeroPage => _frames.Find(Pte.ZeroFrame)!;
}
