namespace Devmap;

/// <summary>A present entry of a page table, with the address that it is for.</summary>
internal readonly record struct MappedEntry(ulong Address, Pte Pte, bool IsHuge)
{
    public Pfn Pfn => Pte.Pfn;

    /// <summary>Whether the entry holds a reference on what it leads to.</summary>
    public bool IsCounted(Vma vma) => vma.Memory.Era.NormalPage(vma, Pte) is not null;
}
