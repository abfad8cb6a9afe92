using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Empties a huge entry: the counter that is lowered depends on the kind of page.</summary>
    public static void ZapHuge(Vma vma, ulong address, Counters counters)
    {
        Page? page = vma.NormalPage(address);
        if (page is null || !page.TryGet())
        {
            return;
        }

        vma.Space.Zap(vma, address, 1);
        page.Put();
        if (page.IsDirty) // EXPECT DVM2003
        {
            counters.Dirty--;
        }
        else
        {
            counters.Clean--;
        }
    }
}

public sealed class Counters
{
    public int Dirty { get; set; }

    public int Clean { get; set; }
}
