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
        if (source is null || !source.TryGet())
        {
            return VmFaultResult.Retry;
        }

        Page? target = memory.AllocPage();
        if (target is null)
        {
            source.Put();
            return VmFaultResult.Oom;
        }

        target.WriteByte(0, source.ReadByte(0));
        target.Put();
        source.Put();
        return VmFaultResult.None;
    }
}
