using Devmap;

namespace DaxDriver;

/// <summary>The first block of the device, by which a filesystem is known.</summary>
public static class Superblock
{
    public const byte Magic = 0xDA;

    /// <summary>Whether there is a filesystem on the device.</summary>
    public static bool IsValid(PmemDevice device)
    {
        Pfn first = device.FrameOf(0);

        // While the range is held, so are its pages.
        PgMap? pgmap = device.Memory.GetDevPagemap(first);
        if (pgmap is null)
        {
            return false;
        }

        try
        {
            Page? page = device.Memory.PfnToPage(first);
            return page is not null && page.ReadByte(0) == Magic;
        }
        finally
        {
            pgmap.Put();
        }
    }
}
