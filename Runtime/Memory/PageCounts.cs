namespace Devmap;

/// <summary>
/// The three counts of a page in one word: references, pins, and page-table entries that hold a reference. One word, so
/// that every change and every test of them is one atomic operation, and a release can tell at once whether a reference
/// of its own kind is there to be released.
/// </summary>
/// <remarks>
/// The kernel has one number, in which a pin is a bias of 1024 and a mapping one reference; <see cref="RefCount"/> is
/// that number. The highest bit of each field marks it as full: 2,097,152 references, 1,048,576 pins and as many
/// mappings. The kernel's own limit is 2,147,483,520 for all of them together.
/// </remarks>
internal readonly record struct PageCounts(long Packed)
{
    /// <summary><c>GUP_PIN_COUNTING_BIAS</c>: what one pin adds to the reference count of a small page.</summary>
    public const int PinBias = 1024;

    public const long OneReference = 1L;
    public const long OnePin = 1L << PinShift;
    public const long OneMapping = 1L << MappingShift;

    /// <summary>A bit of it is set when one of the counts takes no more.</summary>
    public const long Full = (1L << (PinShift - 1)) | (1L << (MappingShift - 1)) | (1L << 63);

    /// <summary>Everything but the mappings: what somebody holds who can give it up by himself.</summary>
    public const long HeldMask = OneMapping - 1;

    // The upper half of what is marked as full is reached from below only: zero less one.
    private const long BelowZero = 3L << (PinShift - 2);

    private const int PinShift = 22;
    private const int MappingShift = 43;
    private const long ReferenceMask = (1L << PinShift) - 1;
    private const long PinMask = (1L << (MappingShift - PinShift)) - 1;

    /// <summary>References that are neither pins nor held by page-table entries.</summary>
    public int References => (int)(Packed & ReferenceMask);

    public int Pins => (int)((Packed >> PinShift) & PinMask);

    /// <summary><c>_mapcount</c>, counted from zero.</summary>
    public int Mappings => (int)((ulong)Packed >> MappingShift);

    /// <summary><c>page_ref_count()</c> of a page that is a folio by itself.</summary>
    public int RefCount => RefCountOf(hasPinCount: false);

    /// <summary>
    /// <c>folio_ref_count()</c>: a folio that counts its pins apart (<paramref name="hasPinCount"/>) has one reference for
    /// each, any other the bias.
    /// </summary>
    public int RefCountOf(bool hasPinCount) => References + Mappings + (hasPinCount ? Pins : PinBias * Pins);

    /// <summary>Whether something lives that another can be counted with: not zero, and not full.</summary>
    public static bool TakesMore(long packed) => packed != 0 && (packed & Full) == 0;

    /// <summary>Whether there are more references than those of the zone.</summary>
    public static bool HasReferenceAbove(long packed, int zone) => (packed & ReferenceMask) - zone is > 0 and < BelowZero;

    /// <summary>Whether somebody has given up more references than there are, and is about to take that back.</summary>
    public static bool IsBelowZero(long packed) => (packed & BelowZero) == BelowZero;
}
