using System;

namespace Devmap;

/// <summary>What a caller wants of user pages (<c>FOLL_*</c>); the values are those of current kernels.</summary>
[Flags]
public enum GupFlags
{
    /// <summary>Short-term, for reading.</summary>
    None = 0,

    /// <summary>The pages are written to (<c>FOLL_WRITE</c>).</summary>
    Write = 1 << 0,

    /// <summary>Take references. <c>GetUserPages</c> sets it itself (<c>FOLL_GET</c>).</summary>
    Get = 1 << 1,

    /// <summary>The pages are kept for as long as user space likes, not for one transfer (<c>FOLL_LONGTERM</c>).</summary>
    LongTerm = 1 << 8,

    /// <summary>Memory of a PCI device is welcome (<c>FOLL_PCI_P2PDMA</c>).</summary>
    PciP2PDma = 1 << 10,

    /// <summary>Take pins. <c>PinUserPages</c> sets it itself (<c>FOLL_PIN</c>).</summary>
    Pin = 1 << 19,
}
