
namespace Devmap;

/// <summary>v5.15 in which device pages idle at zero, as all others do, while entries of DAX hold no reference.</summary>
internal sealed class ExtraReferenceRemoved : Linux515
{
    public ExtraReferenceRemoved()
        : base("Linux 5.15 without the extra reference")
    {
    }

    internal override int IdleCount(MemoryType type) => 0;
}
