using Devmap;

namespace DaxDriver;

/// <summary>Looks through the device in the background.</summary>
public static class Scrubber
{
    /// <summary>How many of the blocks in use begin with <paramref name="pattern"/>.</summary>
    public static int Count(PmemDevice device, byte pattern)
    {
        int found = 0;
        for (int block = 0; block < device.BlockCount; block++)
        {
            Page? page = device.Memory.PfnToPage(device.FrameOf(block));
            if (page is null)
            {
                continue;
            }

            page.TryGet(); // DVM2005: an idle page cannot be taken
            if (page.ReadByte(0) == pattern)
            {
                found++;
            }

            page.Put();
        }

        return found;
    }
}
