namespace Devmap;

/// <summary>Which flags go together (<c>is_valid_gup_args</c>).</summary>
internal static class GupArguments
{
    private const GupFlags Known = GupFlags.Write | GupFlags.Get | GupFlags.LongTerm | GupFlags.PciP2PDma | GupFlags.Pin;

    /// <param name="flags">What the caller says.</param>
    /// <param name="kind">What the function takes: <see cref="GupFlags.Get"/> or <see cref="GupFlags.Pin"/>.</param>
    public static bool AreValid(GupFlags flags, GupFlags kind)
    {
        GupFlags all = flags | kind;
        bool bothKinds = (all & (GupFlags.Get | GupFlags.Pin)) == (GupFlags.Get | GupFlags.Pin);
        bool longTerm = (all & GupFlags.LongTerm) != 0;
        bool longTermWithoutPin = longTerm && kind != GupFlags.Pin;
        bool longTermP2PDma = longTerm && (all & GupFlags.PciP2PDma) != 0;
        return (all & ~Known) == 0 && !bothKinds && !longTermWithoutPin && !longTermP2PDma;
    }
}
