namespace Devmap;

/// <summary>One page on its way: what was in the page table, where the page is and where it goes.</summary>
internal struct MigrateEntry
{
    /// <summary>The entry that was there.</summary>
    public Pte Before;

    /// <summary>The page, locked and held; <see langword="null"/>: nothing moves.</summary>
    public Page? Source;

    /// <summary>The new place, held; <see langword="null"/>: none.</summary>
    public Page? Destination;

    /// <summary>Whether the page was locked before, by who handles the fault on it.</summary>
    public bool IsFaultPage;

    /// <summary>What stands in the page table meanwhile (<c>make_readable_migration_entry</c>).</summary>
    public readonly Pte Placeholder => Pte.MakeSwap(Before.Pfn, PteBits.Migration);
}
