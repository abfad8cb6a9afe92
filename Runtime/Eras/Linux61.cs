using Devmap.Contracts;

namespace Devmap;

/// <summary>v6.1 to v6.14.</summary>
[TrustedContract]
internal sealed class Linux61 : UncountedDaxEra
{
    public Linux61()
        : base("Linux 6.1")
    {
    }

    internal override bool GatesP2PDma => true;

    // A free peer-to-peer page shows 1 here, as in the kernel; one that is handed out shows 2 where the kernel shows 1.
    internal override int IdleCount(MemoryType type) => type is MemoryType.Private or MemoryType.Coherent ? 0 : 1;

    internal override bool HoldsPgMapInBulk(MemoryType type) => !AllocatedPageHoldsPgMap(type);

    internal override bool AllocatedPageHoldsPgMap(MemoryType type) => type is MemoryType.Private or MemoryType.Coherent;

    internal override Errno RefuseLongTerm(Page page)
        => page.PgMap?.Type == MemoryType.Coherent ? Errno.EBUSY : Errno.None;
}
