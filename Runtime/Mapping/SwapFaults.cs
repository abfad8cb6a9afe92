using System.Threading;

namespace Devmap;

/// <summary>Faults on entries that are not present but say where the page is (<c>do_swap_page</c>).</summary>
internal static class SwapFaults
{
    public static VmFaultResult Handle(Vma vma, ulong address, Pte pte)
    {
        if (pte.IsMigration)
        {
            return WaitForMigration(vma, address, pte);
        }

        if (pte.IsHwPoison)
        {
            return VmFaultResult.HwPoison;
        }

        return pte.IsDevicePrivate ? DevicePrivateFault.Handle(vma, address, pte) : RestoreExclusive(vma, address, pte);
    }

    /// <summary>Without taking a reference, which would make the page look busy to who moves it (<c>migration_entry_wait</c>).</summary>
    private static VmFaultResult WaitForMigration(Vma vma, ulong address, Pte pte)
    {
        var wait = default(SpinWait);
        while (vma.Space.PageTable.Lookup(address) == pte)
        {
            wait.SpinOnce();
        }

        return VmFaultResult.NoPage;
    }

    /// <summary>The CPU takes the page back from the device (<c>remove_device_exclusive_entry</c>).</summary>
    private static VmFaultResult RestoreExclusive(Vma vma, ulong address, Pte pte)
    {
        if (vma.Space.PageTable.Find(address) is { } table)
        {
            lock (table)
            {
                int index = PteTable.IndexOf(address);
                if (table[index] == pte)
                {
                    table[index] = Pte.Make(pte.Pfn, pte.IsWritable ? PteBits.Write : PteBits.None);
                }
            }
        }

        return VmFaultResult.NoPage;
    }
}
