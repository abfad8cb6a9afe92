using System;
using System.Collections.Immutable;

namespace Devmap.Analyzers.Flow.State;

internal enum Nullness
{
    Unknown,
    Null,
    NotNull,
}

/// <summary>What one path knows of one value.</summary>
internal sealed record Facts
{
    public static readonly Facts None = new();

    /// <summary>Of a condition: how it was decided on this path.</summary>
    public bool? Truth { get; init; }

    public Nullness Nullness { get; init; }

    public NumberRange Range { get; init; } = NumberRange.All;

    /// <summary>The counting state, once the value is known to be a counted object.</summary>
    public Resource? Resource { get; init; }

    /// <summary>The traits that the value certainly has, sorted.</summary>
    public ImmutableArray<string> Traits { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The traits that the value certainly has not, sorted.</summary>
    public ImmutableArray<string> LackedTraits { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>
    /// The value was read from a field or property that a call since then may have changed. It still rules out what
    /// contradicts it (most calls change nothing), but a path that leans on it is no longer certain.
    /// </summary>
    public bool Stale { get; init; }

    public Facts WithTrait(string trait, bool has)
    {
        ImmutableArray<string> list = has ? Traits : LackedTraits;
        if (list.Contains(trait))
        {
            return this;
        }

        list = list.Add(trait).Sort(StringComparer.Ordinal);
        return has ? this with { Traits = list } : this with { LackedTraits = list };
    }

    /// <summary>
    /// The facts that hold on exactly the paths on which either do: <c>c</c> on the one and <c>!c</c> on the other is
    /// nothing at all. <see langword="null"/> where the two differ in more than one thing, or what they allow is not one set.
    /// </summary>
    public static Facts? Union(Facts left, Facts right)
    {
        if (left.Truth != right.Truth)
        {
            Facts open = left with { Truth = null };
            return open.Equals(right with { Truth = null }) ? open : null;
        }

        if (left.Nullness != right.Nullness)
        {
            Facts open = left with { Nullness = Nullness.Unknown };
            return open.Equals(right with { Nullness = Nullness.Unknown }) ? open : null;
        }

        if (NumberRange.Union(left.Range, right.Range) is { } range)
        {
            Facts open = left with { Range = range };
            return open.Equals(right with { Range = range }) ? open : null;
        }

        return null;
    }

    /// <summary>
    /// The facts of both, where they differ only in that the one path has gone through the value, so that it is not
    /// null, and the other has not; <see langword="null"/> where they differ otherwise. What is forgotten matters only to
    /// code that asks for null after it has taken the value for an object.
    /// </summary>
    public static Facts? ForgetDereference(Facts left, Facts right)
    {
        if (left.Nullness == Nullness.Null || right.Nullness == Nullness.Null || left.Resource is { MayBeHeld: true })
        {
            return null;
        }

        Facts open = left with { Nullness = Nullness.Unknown };
        return open.Equals(right with { Nullness = Nullness.Unknown }) ? open : null;
    }

    /// <summary>Whether these facts hold wherever the others do, so that they say nothing more.</summary>
    public bool IsImpliedBy(Facts other) =>
        (Truth is null || Truth == other.Truth)
        && (Nullness == Nullness.Unknown || Nullness == other.Nullness)
        && (Range.IsAll || Range.Equals(other.Range))
        && Stale == other.Stale
        && Equals(Resource, other.Resource)
        && Traits.AsSpan().SequenceEqual(other.Traits.AsSpan())
        && LackedTraits.AsSpan().SequenceEqual(other.LackedTraits.AsSpan());

    public bool Equals(Facts? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Truth == other.Truth && Nullness == other.Nullness && Stale == other.Stale && Range.Equals(other.Range)
            && Equals(Resource, other.Resource)
            && Traits.AsSpan().SequenceEqual(other.Traits.AsSpan())
            && LackedTraits.AsSpan().SequenceEqual(other.LackedTraits.AsSpan()));

    public override int GetHashCode() =>
        unchecked(((Truth is { } truth ? truth ? 1 : 2 : 0) * 31) + ((int)Nullness * 17) + Range.GetHashCode() + (Resource?.GetHashCode() ?? 0) + (Traits.Length * 7) + (Stale ? 3 : 0));
}
