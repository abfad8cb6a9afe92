namespace Devmap;

/// <summary>What <c>memremap_pages</c> asks of a range of each type before it does anything.</summary>
internal static class PgMapRequirements
{
    public static Errno Check(Era era, MemoryType type, Pfn start, int count, PgMapOps? ops, object? owner, int vmemmapShift)
    {
        bool complete = type switch
        {
            MemoryType.Private => ops?.MigrateToRam is not null && ops.FolioFree is not null && owner is not null,
            MemoryType.Coherent => ops?.FolioFree is not null && owner is not null,
            MemoryType.FsDax or MemoryType.Generic or MemoryType.PciP2PDma => true,
            _ => false,
        };
        bool fits = vmemmapShift == 0
            || (vmemmapShift is > 0 and <= Folio.PmdOrder && era.HasVmemmapShift && count % (1 << vmemmapShift) == 0 && start.Value % (1UL << vmemmapShift) == 0);
        return complete && fits && count > 0 && era.Supports(type) ? Errno.None : Errno.EINVAL;
    }
}
