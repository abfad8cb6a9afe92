using System;

namespace Devmap;

/// <summary>What a mapping allows and what it may contain (<c>vm_flags</c>); the values are the kernel's.</summary>
[Flags]
public enum VmFlags : ulong
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>May be read (<c>VM_READ</c>).</summary>
    Read = 0x1,

    /// <summary>May be written (<c>VM_WRITE</c>).</summary>
    Write = 0x2,

    /// <summary>May be executed (<c>VM_EXEC</c>).</summary>
    Exec = 0x4,

    /// <summary>Writes go to the object that is mapped, not to a private copy (<c>VM_SHARED</c>).</summary>
    Shared = 0x8,

    /// <summary>Frames without struct page only (<c>VM_PFNMAP</c>).</summary>
    PfnMap = 0x400,

    /// <summary>Memory of a device, with side effects perhaps (<c>VM_IO</c>).</summary>
    Io = 0x4000,

    /// <summary>A child process does not get it (<c>VM_DONTCOPY</c>).</summary>
    DontCopy = 0x20000,

    /// <summary>Writes go through only when what they change is safe on the medium (<c>VM_SYNC</c>, <c>MAP_SYNC</c>).</summary>
    Sync = 0x800000,

    /// <summary>Pages and frames without struct page side by side (<c>VM_MIXEDMAP</c>).</summary>
    MixedMap = 0x10000000,

    /// <summary>Huge pages are welcome (<c>VM_HUGEPAGE</c>).</summary>
    HugePage = 0x20000000,
}
