using System.Collections.Generic;
using System.Threading;

namespace Devmap;

/// <summary>
/// Watches the invariants of one machine. Each is switched on and off by itself; all are off until then. Some are looked
/// at as things happen, others when <see cref="Verify"/> goes over all of memory.
/// </summary>
public sealed class InvariantChecks
{
    private const int All = ((1 << (int)Invariant.I15) - 1) << 1;

    private readonly PhysicalMemory _memory;
    private readonly List<InvariantBreach> _breaches = new();
    private int _enabled;

    internal InvariantChecks(PhysicalMemory memory) => _memory = memory;

    /// <summary>
    /// Whether a breach is put into <see cref="Breaches"/> and the call goes on, as a kernel without assertions would;
    /// otherwise it throws <see cref="InvariantBreachException"/>. A call that cannot go on throws all the same.
    /// </summary>
    public bool CollectsBreaches { get; set; }

    /// <summary>The breaches found so far, in order. A copy.</summary>
    public IReadOnlyList<InvariantBreach> Breaches
    {
        get
        {
            lock (_breaches)
            {
                return _breaches.ToArray();
            }
        }
    }

    /// <summary>Switches invariants on.</summary>
    public void Enable(params Invariant[] invariants) => Change(Volatile.Read(ref _enabled) | Bits(invariants));

    /// <summary>Switches all invariants on.</summary>
    public void EnableAll() => Change(All);

    /// <summary>Switches invariants off.</summary>
    public void Disable(params Invariant[] invariants) => Change(Volatile.Read(ref _enabled) & ~Bits(invariants));

    /// <summary>Switches all invariants off.</summary>
    public void DisableAll() => Change(0);

    /// <summary>Whether the invariant is watched.</summary>
    public bool IsEnabled(Invariant invariant) => (Volatile.Read(ref _enabled) & (1 << (int)invariant)) != 0;

    /// <summary>Forgets the breaches found so far.</summary>
    public void ClearBreaches()
    {
        lock (_breaches)
        {
            _breaches.Clear();
        }
    }

    /// <summary>
    /// Goes over all pages and all page tables for the invariants that can be read from them: I1, I2, I3, I11 and I12,
    /// as far as they are on. For moments in which no other thread changes anything: what is being changed looks broken.
    /// </summary>
    /// <returns>The breaches that this call has found.</returns>
    /// <exception cref="InvariantBreachException">The first breach, unless they are collected.</exception>
    public IReadOnlyList<InvariantBreach> Verify()
    {
        int before = Breaches.Count;
        new InvariantSweep(_memory).Run();
        var found = new List<InvariantBreach>(Breaches);
        return found.GetRange(before, found.Count - before);
    }

    /// <summary>Notes a breach of an invariant that is watched.</summary>
    internal void Note(InvariantBreach breach)
    {
        lock (_breaches)
        {
            _breaches.Add(breach);
        }
    }

    private static int Bits(Invariant[] invariants)
    {
        int bits = 0;
        foreach (Invariant invariant in invariants)
        {
            bits |= 1 << (int)invariant;
        }

        return bits;
    }

    private void Change(int enabled)
    {
        int before = Interlocked.Exchange(ref _enabled, enabled);
        if (before == 0 != (enabled == 0))
        {
            Probe.AddUser(enabled == 0 ? -1 : 1);
        }
    }
}
