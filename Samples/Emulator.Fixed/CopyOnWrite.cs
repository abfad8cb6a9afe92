using Devmap;

namespace Emulator;

/// <summary>Gives the guest a page of its own before it writes to one that a snapshot shares.</summary>
public static class CopyOnWrite
{
    /// <summary>Copies the page of a guest frame.</summary>
    public static Errno Break(GuestMemory guest, int frame)
    {
        Page? shared = guest.Take(frame);
        if (shared is null)
        {
            return Errno.ENXIO;
        }

        Page? own = guest.Host.AllocPage();
        if (own is null)
        {
            guest.Give(frame, shared);
            return Errno.ENOMEM;
        }

        for (int i = 0; i < PhysicalMemory.PageSize; i++)
        {
            own.WriteByte(i, shared.ReadByte(i));
        }

        shared.Put();
        guest.Give(frame, own);
        return Errno.None;
    }
}
