namespace Devmap;

/// <summary>What <c>memremap_pages</c> asks of a range of each type before it does anything.</summary>
internal static class PgMapRequirements
{
    public static Errno Check(Era era, MemoryType type, int count, PgMapOps? ops, object? owner)
    {
        bool complete = type switch
        {
            MemoryType.Private => ops?.MigrateToRam is not null && ops.FolioFree is not null && owner is not null,
            MemoryType.Coherent => ops?.FolioFree is not null && owner is not null,
            MemoryType.FsDax or MemoryType.Generic or MemoryType.PciP2PDma => true,
            _ => false,
        };
        return complete && count > 0 && era.Supports(type) ? Errno.None : Errno.EINVAL;
    }
}
