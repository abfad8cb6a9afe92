using Devmap;

namespace Emulator;

/// <summary>An emulated device that writes into the memory of a host process.</summary>
public static class DmaEngine
{
    /// <summary>Fills pages of a process.</summary>
    /// <returns>How many; or a negative errno.</returns>
    public static int Fill(AddressSpace process, ulong start, int count, byte value)
    {
        var pages = new Page[count];
        int pinned = process.PinUserPages(start, count, GupFlags.Write, pages);
        for (int i = 0; i < pinned; i++)
        {
            for (int offset = 0; offset < PhysicalMemory.PageSize; offset++)
            {
                pages[i].WriteByte(offset, value);
            }

            pages[i].Unpin();
        }

        return pinned;
    }
}
