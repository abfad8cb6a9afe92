using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Registers memory for a device that keeps it as long as it likes.</summary>
    public static int Register(DaxFile file, AddressSpace space, [AcquiresRef(Kind = "pin", When = When.Positive, Count = "return")] Page[] pages)
    {
        Vma vma = file.Map(space, pages.Length);
        if (vma.IsFsDax)
        {
            return -(int)Errno.EOPNOTSUPP;
        }

        return space.PinUserPages(vma, vma.Start, pages.Length, GupFlags.Write | GupFlags.LongTerm, pages);
    }
}
