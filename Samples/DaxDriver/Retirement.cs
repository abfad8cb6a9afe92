using System;
using Devmap;

namespace DaxDriver;

/// <summary>The end of a device that failed its last check.</summary>
public static class Retirement
{
    /// <summary>Reads the first byte of the file through a mapping, as users do, and takes the device away.</summary>
    public static TeardownResult Retire(PhysicalMemory memory, DaxFile file, AddressSpace space, out byte first)
    {
        Vma vma = file.Map(space, pageCount: 1);
        space.ReadByte(vma.Start, out first);
        file.Device.Kill();
        return memory.MemUnmapPages(file.Device.PgMap, TimeSpan.FromSeconds(1)); // DVM1005: the entry is still there
    }
}
