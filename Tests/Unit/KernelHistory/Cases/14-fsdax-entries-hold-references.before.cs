using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>The fault handler of a file on FS-DAX.</summary>
    public static VmFaultResult Fault(DaxFile file, VmFault fault)
    {
        Page? page = file.GetPage(fault.PageOffset);
        if (page is null)
        {
            return VmFaultResult.SigBus;
        }

        Errno error = fault.Vma.InsertMixed(fault.Address, page.Pfn); // EXPECT DVM1004
        page.Put();
        return error.ToVmFault();
    }
}
