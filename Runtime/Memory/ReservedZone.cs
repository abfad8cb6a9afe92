namespace Devmap;

/// <summary>Pages that the kernel keeps for itself and never frees (<c>PG_reserved</c>): the page of zeros.</summary>
internal sealed class ReservedZone : Zone
{
    public ReservedZone(PhysicalMemory memory, Pfn pfn)
        : base(memory, pfn, pageCount: 1, baseReferences: 1)
    {
    }

    public override void OnIdle(Page page)
    {
    }
}
