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
        Page? page = device.Memory.PfnToPage(first);
        if (page is null)
        {
            return false;
        }

        return page.ReadByte(0) == Magic; // DVM1003: the device may be gone by now
    }
}
