using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>The driver goes: what was registered last is undone first.</summary>
    public static TeardownResult Unbind(PhysicalMemory memory, DaxFile file)
    {
        TeardownResult result = memory.MemUnmapPages(file.Device.PgMap, TimeSpan.FromSeconds(1)); // EXPECT DVM1005
        file.Device.Kill();
        file.UnmapAll();
        return result;
    }
}
