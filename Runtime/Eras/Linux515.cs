using Devmap.Contracts;

namespace Devmap;

/// <summary>v5.15.</summary>
[TrustedContract]
internal sealed class Linux515 : UncountedDaxEra
{
    public Linux515()
        : base("Linux 5.15")
    {
    }

    internal override bool GatesP2PDma => false;

    internal override bool Supports(MemoryType type) => type != MemoryType.Coherent;

    internal override int IdleCount(MemoryType type) => 1;

    internal override bool HoldsPgMapInBulk(MemoryType type) => true;

    internal override bool AllocatedPageHoldsPgMap(MemoryType type) => false;

    internal override Errno RefuseLongTerm(Page page) => Errno.None;
}
