using Devmap;

namespace Emulator;

/// <summary>A device through which the guest gives memory back to its host.</summary>
public static class Balloon
{
    /// <summary>Gives the page of a guest frame back, unless a device writes to it.</summary>
    public static Errno Inflate(GuestMemory guest, int frame)
    {
        Page? page = guest.Take(frame); // DVM2001: lost where a device has it
        if (page is null)
        {
            return Errno.ENXIO;
        }

        if (page.MaybeDmaPinned)
        {
            return Errno.EBUSY;
        }

        page.Put();
        return Errno.None;
    }
}
