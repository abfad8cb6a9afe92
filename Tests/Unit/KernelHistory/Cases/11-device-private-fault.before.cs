using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Brings the page behind an entry back to RAM.</summary>
    public static VmFaultResult Migrate(Vma vma, ulong address, PhysicalMemory memory)
    {
        Page? source = vma.NormalPage(address);
        if (source is null)
        {
            return VmFaultResult.Retry;
        }

        Page? target = memory.AllocPage();
        if (target is null)
        {
            return VmFaultResult.Oom;
        }

        target.WriteByte(0, source.ReadByte(0)); // EXPECT DVM1003
        target.Put();
        return VmFaultResult.None;
    }
}
