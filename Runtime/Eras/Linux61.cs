
namespace Devmap;

/// <summary>v6.1 to v6.4, and what goes on to hold until v6.14.</summary>
internal class Linux61 : UncountedDaxEra
{
    public Linux61()
        : this("Linux 6.1")
    {
    }

    private protected Linux61(string name)
        : base(name)
    {
    }

    internal override bool GatesP2PDma => true;

    internal override bool RefusesLongTermFileWrites => false;

    internal override bool HoldsPageDuringMigrateToRam => true;

    internal override bool NotifiesHolder => true;

    internal override bool NotifiesHolderBeforeRemoval => false;

    // A free peer-to-peer page shows 1 here, as in the kernel; one that is handed out shows 2 where the kernel shows 1.
    internal override int IdleCount(MemoryType type) => type is MemoryType.Private or MemoryType.Coherent ? 0 : 1;

    internal override bool HoldsPgMapInBulk(MemoryType type) => !AllocatedPageHoldsPgMap(type);

    internal override bool AllocatedPageHoldsPgMap(MemoryType type) => type is MemoryType.Private or MemoryType.Coherent;

    internal override bool ReleasesPagesInBulk(MemoryType type) => type is MemoryType.FsDax or MemoryType.Generic;

    internal override Errno RefuseLongTerm(Page page)
        => page.PgMap?.Type == MemoryType.Coherent ? Errno.EBUSY : Errno.None;
}
