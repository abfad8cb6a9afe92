using System;
using System.Collections.Immutable;

namespace Devmap.Analyzers.Flow.State;

/// <summary>What is known of an integer or enum: a closed interval and a few values that it is not.</summary>
internal readonly struct NumberRange : IEquatable<NumberRange>
{
    // More exclusions than this are forgotten: a switch over hundreds of constants must stay cheap.
    private const int MaxExcluded = 16;

    public static readonly NumberRange All = new(long.MinValue, long.MaxValue, ImmutableArray<long>.Empty);

    private NumberRange(long min, long max, ImmutableArray<long> excluded)
    {
        Min = min;
        Max = max;
        Excluded = excluded;
    }

    public long Min { get; }

    public long Max { get; }

    private ImmutableArray<long> Excluded { get; }

    public bool IsAll => Min == long.MinValue && Max == long.MaxValue && Excluded.IsEmpty;

    public bool IsEmpty => Min > Max;

    public bool Contains(long value) => value >= Min && value <= Max && !Excluded.Contains(value);

    public NumberRange AtLeast(long min) => Normalize(Math.Max(Min, min), Max, Excluded);

    public NumberRange AtMost(long max) => Normalize(Min, Math.Min(Max, max), Excluded);

    /// <summary>What is in both, as far as the bounds of the other tell.</summary>
    public NumberRange Within(NumberRange other) => AtLeast(other.Min).AtMost(other.Max);

    public NumberRange Exactly(long value) =>
        Contains(value) ? new NumberRange(value, value, ImmutableArray<long>.Empty) : new NumberRange(1, 0, ImmutableArray<long>.Empty);

    public NumberRange Except(long value)
    {
        if (!Contains(value))
        {
            return this;
        }

        var excluded = Excluded.Length < MaxExcluded ? Excluded.Add(value).Sort() : Excluded;
        return Normalize(Min, Max, excluded);
    }

    /// <summary>The range that contains exactly what either contains; <see langword="null"/> where that is not one range.</summary>
    public static NumberRange? Union(NumberRange left, NumberRange right)
    {
        if (left.Min > right.Min)
        {
            (left, right) = (right, left);
        }

        if (left.Max != long.MaxValue && left.Max + 1 < right.Min)
        {
            return null;
        }

        var excluded = ImmutableArray.CreateBuilder<long>();
        foreach (long value in left.Excluded)
        {
            if (!right.Contains(value))
            {
                excluded.Add(value);
            }
        }

        foreach (long value in right.Excluded)
        {
            if (!left.Contains(value) && !excluded.Contains(value))
            {
                excluded.Add(value);
            }
        }

        excluded.Sort();
        return Normalize(left.Min, Math.Max(left.Max, right.Max), excluded.ToImmutable());
    }

    public bool Equals(NumberRange other)
    {
        if (Min != other.Min || Max != other.Max || Excluded.Length != other.Excluded.Length)
        {
            return false;
        }

        for (int i = 0; i < Excluded.Length; i++)
        {
            if (Excluded[i] != other.Excluded[i])
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is NumberRange other && Equals(other);

    public override int GetHashCode() => unchecked((Min.GetHashCode() * 31) + Max.GetHashCode() + Excluded.Length);

    private static NumberRange Normalize(long min, long max, ImmutableArray<long> excluded)
    {
        if (excluded.IsEmpty)
        {
            return new NumberRange(min, max, excluded);
        }

        while (min <= max && excluded.Contains(min))
        {
            min++;
        }

        while (max >= min && excluded.Contains(max))
        {
            max--;
        }

        long low = min, high = max;
        return new NumberRange(min, max, excluded.RemoveAll(v => v < low || v > high));
    }
}
