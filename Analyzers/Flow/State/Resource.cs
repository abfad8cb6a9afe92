using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.State;

/// <summary>How an object came into the body: what may be said of it depends on that.</summary>
internal enum Provenance
{
    /// <summary>From code that says nothing of it: somebody else may hold, release or keep it.</summary>
    Foreign,

    /// <summary>A parameter, or the receiver, of a body that outside code can call: lent for the call.</summary>
    Lent,

    /// <summary>A parameter, or the receiver, of a private or internal body without contract: its callers may know more.</summary>
    HelperArgument,

    /// <summary>It came with a reference of ours: a return value, an <c>out</c> parameter, a constructor, a consumed parameter.</summary>
    Owned,

    /// <summary>A parameter that the body has to give up: who handed it over may hold references besides.</summary>
    Consumed,

    /// <summary><c>[BorrowedRef]</c>: alive as long as its lender.</summary>
    Borrowed,

    /// <summary><c>[BorrowedRef]</c> on a field or property: this body need not be the only one that counts.</summary>
    BorrowedSlot,

    /// <summary><c>[UncountedRef]</c>: a bare pointer.</summary>
    Uncounted,

    /// <summary>The value of an <c>[OwnedRef]</c> field or property.</summary>
    OwnedSlot,

    /// <summary>Created in this body by a constructor that says nothing about references.</summary>
    Created,
}

/// <summary>The counting state of one abstract object on one path.</summary>
internal sealed record Resource
{
    /// <summary>Where the object came from.</summary>
    public Provenance Provenance { get; init; }

    /// <summary>The references that this body holds, sorted by kind; a kind that it never had is absent.</summary>
    public ImmutableArray<Holding> Holdings { get; init; } = ImmutableArray<Holding>.Empty;

    /// <summary>The kind that the <c>[OwnedRef]</c> slot holds for the object; <see langword="null"/> where no slot holds it.</summary>
    public string? SlotKind { get; init; }

    /// <summary>The id of the value it was borrowed from; 0: from nobody in sight.</summary>
    public int Lender { get; init; }

    /// <summary>In the place of a keeper: nobody in sight, who will keep it for good.</summary>
    public const int KeptForGood = -1;

    /// <summary>The id of the value that keeps the object by a reference of its own (<c>[KeptBy]</c>); 0: nobody does.</summary>
    public int Keeper { get; init; }

    /// <summary>The id of the value whose life the object shares once this body holds nothing on it; 0: none in sight.</summary>
    public int AliveThrough => Lender > 0 ? Lender : Keeper > 0 ? Keeper : 0;

    /// <summary>Our claim has ended: others may release or keep it. Nothing is said of it any more.</summary>
    public bool Escaped { get; init; }

    /// <summary>A reference of this body was given up on this path.</summary>
    public bool Released { get; init; }

    /// <summary>A reference was given up of a kind that was not held, while one of another kind was, and is: the wrong function.</summary>
    public SyntaxNode? WrongRelease { get; init; }

    /// <summary>The count of a release that was not what had been obtained; another release may follow for the rest.</summary>
    public SyntaxNode? MiscountedRelease { get; init; }

    /// <summary>Of an array: the id of an element that certainly nothing holds; 0: none is known.</summary>
    public int UnheldElement { get; init; }

    /// <summary>References were taken in a loop that is over: how many is not known well enough to compare with another loop's.</summary>
    public bool CountedInLoop { get; init; }

    public bool IsHeld
    {
        get
        {
            foreach (Holding holding in Holdings)
            {
                if (holding.Min > 0)
                {
                    return true;
                }
            }

            return false;
        }
    }

    public bool MayBeHeld
    {
        get
        {
            foreach (Holding holding in Holdings)
            {
                if (holding.Max > 0)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>It came owned, and no reference of any kind is left.</summary>
    public bool IsDead =>
        Provenance is (Provenance.Owned or Provenance.OwnedSlot) && Released && !Escaped && !MayBeHeld && SlotKind is null && Keeper == 0;

    /// <summary>The kind whose conditional acquire failed on this path without anybody asking; <see langword="null"/>: none.</summary>
    public Holding? Unchecked
    {
        get
        {
            foreach (Holding holding in Holdings)
            {
                if (holding.IsUnchecked)
                {
                    return holding;
                }
            }

            return null;
        }
    }

    /// <summary>
    /// A release without a reference of this body's own gives up one of the caller's: who calls the helper knows what it
    /// holds, and is told.
    /// </summary>
    public bool CountsForCaller => Provenance == Provenance.HelperArgument && !CountedInLoop;

    public Holding HoldingOf(string kind)
    {
        foreach (Holding holding in Holdings)
        {
            if (holding.Kind == kind)
            {
                return holding;
            }
        }

        return new Holding(kind, 0, 0);
    }

    public Resource With(Holding holding)
    {
        for (int i = 0; i < Holdings.Length; i++)
        {
            int order = string.CompareOrdinal(Holdings[i].Kind, holding.Kind);
            if (order == 0)
            {
                return this with { Holdings = Holdings.SetItem(i, holding) };
            }

            if (order > 0)
            {
                return this with { Holdings = Holdings.Insert(i, holding) };
            }
        }

        return this with { Holdings = Holdings.Add(holding) };
    }

    /// <summary>A counted acquire obtained as many elements as some value says.</summary>
    public bool IsBatch
    {
        get
        {
            foreach (Holding holding in Holdings)
            {
                if (holding.Max > 0 && holding.Batch != 0)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The same with the answer asked for.</summary>
    public Resource WithTested(int answer)
    {
        Resource result = this;
        foreach (Holding holding in Holdings)
        {
            if (holding.UntestedAnswer == answer)
            {
                result = result.With(holding with { UntestedAnswer = 0, AskedSite = 0, Failed = false });
            }
        }

        return result;
    }

    /// <summary>
    /// Without what only matters while something is held: two paths that hold nothing on an object any more are the same,
    /// wherever they took and gave what they had.
    /// </summary>
    public Resource Settle()
    {
        ImmutableArray<Holding> holdings = Holdings.RemoveAll(static holding => holding is { Min: 0, Max: 0, UntestedAnswer: 0 });
        return this with
        {
            Holdings = holdings,
            Released = Released && (!holdings.IsEmpty || Provenance is Provenance.Owned or Provenance.Uncounted or Provenance.OwnedSlot),
        };
    }

    public Resource Escape() => Escaped ? this : this with { Escaped = true, Holdings = ImmutableArray<Holding>.Empty, SlotKind = null };

    public bool Equals(Resource? other) =>
        other is not null
        && Provenance == other.Provenance && SlotKind == other.SlotKind && Lender == other.Lender && Keeper == other.Keeper
        && Escaped == other.Escaped && Released == other.Released && CountedInLoop == other.CountedInLoop && WrongRelease == other.WrongRelease
        && MiscountedRelease == other.MiscountedRelease && UnheldElement == other.UnheldElement
        && Holdings.AsSpan().SequenceEqual(other.Holdings.AsSpan());

    public override int GetHashCode() =>
        unchecked((Lender * 397) ^ ((int)Provenance * 31) ^ (Holdings.Length * 7) ^ (Escaped ? 1 << 20 : 0) ^ (Released ? 1 << 21 : 0));
}
