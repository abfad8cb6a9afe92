using Devmap.Contracts;

namespace Devmap;

/// <summary>One page for a caller of user pages: a pin or a reference, as its flags say (<c>try_grab_folio</c>).</summary>
internal static class PageGrab
{
    /// <returns><see cref="Errno.ENOMEM"/>: the count is zero or full; <see cref="Errno.EREMOTEIO"/>: see <see cref="GupFlags.PciP2PDma"/>.</returns>
    [TrustedContract]
    public static Errno Take([AcquiresRef(When = When.Zero)] Page page, GupFlags flags)
    {
        bool isP2PDma = page.PgMap?.Type == MemoryType.PciP2PDma;
        if (isP2PDma && (flags & GupFlags.PciP2PDma) == 0 && page.Memory.Era.GatesP2PDma)
        {
            return Errno.EREMOTEIO;
        }

        bool taken = (flags & GupFlags.Pin) != 0 ? page.TryPin() : page.TryGet();
        return taken ? Errno.None : Errno.ENOMEM;
    }

    [TrustedContract]
    public static void Release([ReleasesRef] Page page, GupFlags flags)
    {
        if ((flags & GupFlags.Pin) != 0)
        {
            page.Unpin();
        }
        else
        {
            page.Put();
        }
    }
}
