using System;

namespace Devmap;

/// <summary>What came of a page fault (<c>vm_fault_t</c>); the values are the kernel's.</summary>
[Flags]
public enum VmFaultResult
{
    /// <summary>Handled.</summary>
    None = 0,

    /// <summary>No memory (<c>VM_FAULT_OOM</c>).</summary>
    Oom = 0x1,

    /// <summary>Nothing is behind the address (<c>VM_FAULT_SIGBUS</c>).</summary>
    SigBus = 0x2,

    /// <summary>The memory has a hardware error (<c>VM_FAULT_HWPOISON</c>).</summary>
    HwPoison = 0x10,

    /// <summary>The address or the access is not allowed (<c>VM_FAULT_SIGSEGV</c>).</summary>
    SigSegv = 0x40,

    /// <summary>The handler has filled the page-table entry itself (<c>VM_FAULT_NOPAGE</c>).</summary>
    NoPage = 0x100,

    /// <summary>To be tried again (<c>VM_FAULT_RETRY</c>).</summary>
    Retry = 0x400,

    /// <summary>Not with an entry of this size; a smaller one may do (<c>VM_FAULT_FALLBACK</c>).</summary>
    Fallback = 0x800,

    /// <summary>The file has to be synchronised before the entry may be filled (<c>VM_FAULT_NEEDDSYNC</c>).</summary>
    NeedDSync = 0x2000,
}
