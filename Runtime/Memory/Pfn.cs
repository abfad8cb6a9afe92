using System;

namespace Devmap;

/// <summary>A page frame number: the physical address divided by <see cref="PhysicalMemory.PageSize"/>.</summary>
/// <param name="Value">The number.</param>
public readonly record struct Pfn(ulong Value) : IComparable<Pfn>
{
    /// <summary>The frame <paramref name="count"/> frames further on.</summary>
    public static Pfn operator +(Pfn pfn, long count) => new(unchecked(pfn.Value + (ulong)count));

    /// <summary>How many frames <paramref name="left"/> stands behind <paramref name="right"/>; negative when it stands before it.</summary>
    public static long operator -(Pfn left, Pfn right) => unchecked((long)(left.Value - right.Value));

    /// <summary>Whether <paramref name="left"/> stands before <paramref name="right"/>.</summary>
    public static bool operator <(Pfn left, Pfn right) => left.Value < right.Value;

    /// <summary>Whether <paramref name="left"/> stands behind <paramref name="right"/>.</summary>
    public static bool operator >(Pfn left, Pfn right) => left.Value > right.Value;

    /// <summary>Whether <paramref name="left"/> does not stand behind <paramref name="right"/>.</summary>
    public static bool operator <=(Pfn left, Pfn right) => left.Value <= right.Value;

    /// <summary>Whether <paramref name="left"/> does not stand before <paramref name="right"/>.</summary>
    public static bool operator >=(Pfn left, Pfn right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public int CompareTo(Pfn other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"pfn 0x{Value:x}";
}
