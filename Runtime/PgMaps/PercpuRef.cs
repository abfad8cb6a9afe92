using System;
using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <summary>
/// A reference count with a life: while it lives its owner holds the initial reference, after <see cref="Kill"/> only
/// the others keep it up, and when the last is gone the release callback runs, exactly once (<c>struct percpu_ref</c>).
/// </summary>
/// <remarks>
/// While it lives the count is spread over the processors, and taking and giving up touch nothing that other processors
/// write. <see cref="Kill"/> gathers it in one word; who gives up a reference at that very moment waits for it.
/// </remarks>
[TrustedContract]
public sealed class PercpuRef
{
    // The count in the upper bits, the mark of a killed reference in the lowest: both change in one atomic operation.
    private const long Dead = 1;
    private const long One = 2;

    private readonly PercpuCounter _living = new();
    private readonly Action _release;
    private readonly string _name;
    private int _gathered;

    // The owner's references, and, when they are gathered, all others.
    private long _state;
    private long _base;

    /// <summary>A living reference count of one, the initial reference (<c>percpu_ref_init</c>).</summary>
    /// <param name="release">Runs on the thread that gives up the last reference.</param>
    public PercpuRef(Action release)
        : this(release, bias: 0, "a percpu reference")
    {
    }

    /// <summary>As above, with <paramref name="bias"/> references more that the owner gives up in bulk (<c>percpu_ref_get_many</c>).</summary>
    internal PercpuRef(Action release, long bias, string name)
    {
        _name = name;
        _release = release ?? throw new ArgumentNullException(nameof(release));
        Bias = bias;
        _base = bias + 1;
        _state = (bias + 1) * One;
    }

    /// <summary>The number of references, the initial one included. A snapshot.</summary>
    public long Count
    {
        get
        {
            // Asked first: in the middle of the gathering some may count twice, and none is missed.
            bool isGathered = IsGathered;
            return (Volatile.Read(ref _state) / One) + (isGathered ? 0 : _living.Sum);
        }
    }

    /// <summary>Whether it has been killed (<c>percpu_ref_is_dying</c>).</summary>
    public bool IsDying => (Volatile.Read(ref _state) & Dead) != 0;

    /// <summary>Whether the last reference is gone (<c>percpu_ref_is_zero</c>).</summary>
    public bool IsZero => Count == 0;

    internal long Bias { get; }

    /// <summary>References that are not the owner's; exact once it is killed.</summary>
    internal long Outstanding
    {
        get
        {
            // In this order, for the base is lowered before the count.
            long count = Count;
            return count - Volatile.Read(ref _base);
        }
    }

    /// <summary>Whether somebody but the owner holds it: never <see langword="false"/> for who does.</summary>
    internal bool IsHeld => IsGathered ? Outstanding > 0 : _living.IsAny;

    private bool IsGathered => Volatile.Read(ref _gathered) != 0;

    /// <summary>Takes one reference more; the caller holds one already (<c>percpu_ref_get</c>).</summary>
    /// <exception cref="ReferenceCountException">The count is zero.</exception>
    [AcquiresRef]
    public void Get()
    {
        if (!TryGet())
        {
            throw new ReferenceCountException(_name, "PercpuRef.Get", 0, "the last reference is gone");
        }
    }

    /// <summary>Takes a reference unless the count is zero (<c>percpu_ref_tryget</c>).</summary>
    /// <returns><see langword="false"/>: the last reference is gone.</returns>
    [AcquiresRef(When = When.True)]
    public bool TryGet() => _living.TryIncrement() || TryGetGathered();

    /// <summary>Takes a reference unless it has been killed (<c>percpu_ref_tryget_live</c>).</summary>
    /// <returns><see langword="false"/>: killed; no reference was taken, even though others may still hold theirs.</returns>
    [AcquiresRef(When = When.True)]
    public bool TryGetLive() => _living.TryIncrement();

    /// <summary>Gives up one reference (<c>percpu_ref_put</c>).</summary>
    /// <exception cref="ReferenceCountException">What is left belongs to the owner.</exception>
    [ReleasesRef]
    public void Put()
    {
        switch (_living.TryDecrement())
        {
            case PercpuCounter.Outcome.Closed:
                PutGathered();
                break;
            case PercpuCounter.Outcome.NothingLeft:
                throw NothingLeft(Count);
        }
    }

    /// <summary>Ends its life and gives up the initial reference (<c>percpu_ref_kill</c>).</summary>
    /// <exception cref="ReferenceCountException">It has been killed before.</exception>
    public void Kill()
    {
        long seen = Volatile.Read(ref _state);
        if ((seen & Dead) != 0 || Interlocked.CompareExchange(ref _state, seen | Dead, seen) != seen)
        {
            throw new ReferenceCountException(_name, "PercpuRef.Kill", Count, "it is dying already");
        }

        Interlocked.Add(ref _state, _living.Close() * One);
        Volatile.Write(ref _gathered, 1);

        // Lowered before the count is, so that no rightful Put ever finds the old base with the new count.
        Volatile.Write(ref _base, Bias);
        Drop(1);
    }

    /// <summary>Gives up the owner's bulk references (<c>percpu_ref_put_many</c>), once, after <see cref="Kill"/>.</summary>
    internal void DropBias()
    {
        Volatile.Write(ref _base, 0);
        if (Bias != 0)
        {
            Drop(Bias);
        }
    }

    private bool TryGetGathered()
    {
        WaitUntilGathered();
        while (true)
        {
            long seen = Volatile.Read(ref _state);
            if (seen < One)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _state, seen + One, seen) == seen)
            {
                return true;
            }
        }
    }

    private void PutGathered()
    {
        WaitUntilGathered();
        while (true)
        {
            long seen = Volatile.Read(ref _state);
            if (seen / One <= Volatile.Read(ref _base))
            {
                throw NothingLeft(seen / One);
            }

            if (TryReplace(seen, seen - One))
            {
                return;
            }
        }
    }

    private void Drop(long references)
    {
        long seen;
        do
        {
            seen = Volatile.Read(ref _state);
        }
        while (!TryReplace(seen, seen - (references * One)));
    }

    // A few instructions of another thread, unless it loses its processor in the middle.
    private void WaitUntilGathered()
    {
        var wait = default(SpinWait);
        while (!IsGathered)
        {
            wait.SpinOnce();
        }
    }

    // Nothing leads from zero back to one, so whoever arrives at zero is the only one.
    private bool TryReplace(long seen, long next)
    {
        if (Interlocked.CompareExchange(ref _state, next, seen) != seen)
        {
            return false;
        }

        if (next < One)
        {
            _release();
        }

        return true;
    }

    private ReferenceCountException NothingLeft(long count)
        => new(_name, "PercpuRef.Put", count, "no reference is left that could be given up");
}
