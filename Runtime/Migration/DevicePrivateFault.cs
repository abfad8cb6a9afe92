
namespace Devmap;

/// <summary>The CPU touches memory that is at its device (the device-private case of <c>do_swap_page</c>): the driver brings it back.</summary>
internal static class DevicePrivateFault
{
    public static VmFaultResult Handle(Vma vma, ulong address, Pte pte)
    {
        if (vma.Memory.PfnToPage(pte.Pfn) is not { PgMap: { } pgmap } page || pgmap.Ops.MigrateToRam is not { } migrateToRam)
        {
            return VmFaultResult.SigBus;
        }

        return vma.Memory.Era.HoldsPageDuringMigrateToRam
            ? MigrateHeld(vma, address, pte, page, migrateToRam)
            : Call(migrateToRam, vma, address, page);
    }

    // Under the lock of the table the entry is looked at again, and the page locked and held, before the driver is called:
    // without that it may be somebody else's by then (16ce101db85d).
    private static VmFaultResult MigrateHeld(Vma vma, ulong address, Pte pte, Page page, MigrateToRam migrateToRam)
    {
        if (vma.Space.PageTable.Find(address) is not { } table)
        {
            return VmFaultResult.NoPage;
        }

        lock (table)
        {
            if (table[PteTable.IndexOf(address)] != pte || !page.TrySetFlag(PageFlags.Locked))
            {
                return VmFaultResult.NoPage;
            }

            if (!page.TryGet())
            {
                page.ClearFlag(PageFlags.Locked);
                return VmFaultResult.NoPage;
            }
        }

        try
        {
            return Call(migrateToRam, vma, address, page);
        }
        finally
        {
            page.ClearFlag(PageFlags.Locked);
            page.Put();
        }
    }

    private static VmFaultResult Call(MigrateToRam migrateToRam, Vma vma, ulong address, Page page)
    {
        long balance = Probe.Balance;
        VmFaultResult result = migrateToRam(new VmFault(vma, address, isWrite: false), page);
        Probe.RestoreBalance(balance);
        return result;
    }
}
