
namespace Devmap;

/// <summary>v6.5 to v6.14.</summary>
internal sealed class Linux65 : Linux61
{
    public Linux65()
        : base("Linux 6.5")
    {
    }

    internal override bool RefusesLongTermFileWrites => true;

    internal override bool NotifiesHolderBeforeRemoval => true;

    internal override bool PinsZeroPage => false;
}
