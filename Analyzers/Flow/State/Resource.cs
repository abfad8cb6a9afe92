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

    /// <summary>A collection in an <c>[OwnedRef]</c> field, property or parameter: each of its elements comes with a reference.</summary>
    OwnedCollection,

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

    /// <summary>The conditional acquires that nobody has asked about yet, in their order.</summary>
    public ImmutableArray<PendingAnswer> Pending { get; init; } = ImmutableArray<PendingAnswer>.Empty;

    /// <summary>
    /// The kind that the <c>[OwnedRef]</c> slot holds for the object, of a collection for what may still be in it;
    /// <see langword="null"/> where no slot holds anything.
    /// </summary>
    public string? SlotKind { get; init; }

    /// <summary>
    /// Whether the slot holds anything on this path may follow from something that the path has asked the object for, a
    /// flag or a count, or cannot be known at all.
    /// </summary>
    public bool Guarded { get; init; }

    /// <summary>The site of the store that put the object into a slot before the slot's reference was taken; 0: none.</summary>
    public int UnbackedStore { get; init; }

    /// <summary>The slot's reference was given up while the slot goes on naming the object, in a body that may run again.</summary>
    public bool Dangles { get; init; }

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

    /// <summary>The latest acquire that failed on this path without anybody asking; <see langword="null"/>: none.</summary>
    /// <param name="kind">Of this kind; <see langword="null"/>: of any.</param>
    public PendingAnswer? Unchecked(string? kind)
    {
        for (int i = Pending.Length - 1; i >= 0; i--)
        {
            if (Pending[i].Failed && (kind is null || Pending[i].Kind == kind))
            {
                return Pending[i];
            }
        }

        return null;
    }

    public bool Awaits(int answer)
    {
        foreach (PendingAnswer pending in Pending)
        {
            if (pending.Answer == answer)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same with an answer that waits for its question; in a loop the latest yes and the latest no of each acquire.</summary>
    public Resource With(PendingAnswer answer) =>
        this with { Pending = Pending.RemoveAll(other => other.Site == answer.Site && other.Failed == answer.Failed).Add(answer) };

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
    public Resource WithTested(int answer) => this with { Pending = Pending.RemoveAll(pending => pending.Answer == answer) };

    /// <summary>
    /// Without what only matters while something is held: two paths that hold nothing on an object any more are the same,
    /// wherever they took and gave what they had.
    /// </summary>
    public Resource Settle()
    {
        ImmutableArray<Holding> holdings = Holdings.RemoveAll(static holding => holding is { Min: 0, Max: 0 });
        return this with
        {
            Holdings = holdings,
            Released = Released && (!holdings.IsEmpty || Provenance is Provenance.Owned or Provenance.Uncounted or Provenance.OwnedSlot),
        };
    }

    public Resource Escape() => Escaped ? this : this with
    {
        Escaped = true,
        Holdings = ImmutableArray<Holding>.Empty,
        Pending = ImmutableArray<PendingAnswer>.Empty,
        SlotKind = null,
        Guarded = false,
        UnbackedStore = 0,
        Dangles = false,
    };

    public bool Equals(Resource? other) =>
        other is not null
        && Provenance == other.Provenance && SlotKind == other.SlotKind && Lender == other.Lender && Keeper == other.Keeper
        && Escaped == other.Escaped && Released == other.Released && CountedInLoop == other.CountedInLoop && WrongRelease == other.WrongRelease
        && Guarded == other.Guarded && UnbackedStore == other.UnbackedStore && Dangles == other.Dangles
        && MiscountedRelease == other.MiscountedRelease && UnheldElement == other.UnheldElement
        && Holdings.AsSpan().SequenceEqual(other.Holdings.AsSpan()) && Pending.AsSpan().SequenceEqual(other.Pending.AsSpan());

    public override int GetHashCode()
    {
        int hash = unchecked((Lender * 397) ^ ((int)Provenance * 31) ^ (Escaped ? 1 << 20 : 0) ^ (Released ? 1 << 21 : 0));
        foreach (Holding holding in Holdings)
        {
            hash = unchecked((hash * 31) + (holding.Site * 7) + holding.Min + holding.Max);
        }

        return hash;
    }
}
