
namespace Devmap;

/// <summary>v5.15.</summary>
internal class Linux515 : UncountedDaxEra
{
    public Linux515()
        : this("Linux 5.15")
    {
    }

    private protected Linux515(string name)
        : base(name)
    {
    }

    internal override bool GatesP2PDma => false;

    internal override bool HasVmemmapShift => false;

    internal override bool RefusesLongTermFileWrites => false;

    internal override bool HoldsPageDuringMigrateToRam => false;

    internal override bool NotifiesHolder => false;

    internal override bool NotifiesHolderBeforeRemoval => false;

    internal override bool HasPinCount(int order) => order > 1;

    internal override bool Supports(MemoryType type) => type != MemoryType.Coherent;

    internal override int IdleCount(MemoryType type) => 1;

    internal override bool HoldsPgMapInBulk(MemoryType type) => true;

    internal override bool AllocatedPageHoldsPgMap(MemoryType type) => false;

    // Each page gives up its own with its last reference, so teardown waits for it.
    internal override bool ReleasesPagesInBulk(MemoryType type) => false;

    internal override Errno RefuseLongTerm(Page page) => Errno.None;
}
