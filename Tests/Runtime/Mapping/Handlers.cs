namespace Devmap.Tests.Runtime.Mapping;

/// <summary>Fault handlers as a driver's author would write them.</summary>
internal static class Handlers
{
    /// <summary>Nothing is behind the mapping but what is put there by hand.</summary>
    internal sealed class Nothing : IFaultHandler
    {
        public VmFaultResult Fault(VmFault fault) => VmFaultResult.SigBus;
    }

    /// <summary>Every address shows the same page, which somebody else holds.</summary>
    internal sealed class OnePage(Page page) : IFaultHandler
    {
        public VmFaultResult Fault(VmFault fault) => fault.Vma.InsertPage(fault.Address, page).ToVmFault();
    }

    /// <summary>Says that it has filled the entry, and has not.</summary>
    internal sealed class Liar : IFaultHandler
    {
        public int Calls { get; private set; }

        public VmFaultResult Fault(VmFault fault)
        {
            Calls++;
            return VmFaultResult.NoPage;
        }
    }

    /// <summary>The right way for FS-DAX: a reference for the time of the insert.</summary>
    internal sealed class Dax(DaxFile file) : IFaultHandler
    {
        public VmFault? Last { get; private set; }

        public VmFaultResult Fault(VmFault fault)
        {
            Last = fault;
            if (file.GetPage(fault.PageOffset) is not { } page)
            {
                return VmFaultResult.SigBus;
            }

            Errno error = fault.Vma.InsertPage(fault.Address, page);
            page.Put();
            return error.ToVmFault();
        }
    }

    /// <summary>The way of the thread's time: the page found by its frame number and installed as it is.</summary>
    internal sealed class UnreferencedDax(PhysicalMemory memory, PgMap pgmap) : IFaultHandler
    {
        public VmFaultResult Fault(VmFault fault)
        {
            Page? page = memory.PfnToPage(pgmap.Start + fault.PageOffset);
            return page is null ? VmFaultResult.SigBus : fault.Vma.InsertPage(fault.Address, page).ToVmFault();
        }
    }
}
