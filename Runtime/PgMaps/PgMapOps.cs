using System;
using Devmap.Contracts;

namespace Devmap;

/// <summary>What the owner of a device range does for its pages (<c>struct dev_pagemap_ops</c>).</summary>
public sealed class PgMapOps
{
    /// <summary>
    /// Takes back a page whose last reference is gone (<c>page_free</c>, now <c>folio_free</c>). From then on the page
    /// is the driver's. Runs on the thread that gave up the last reference, perhaps under the lock of an address space.
    /// Required of <see cref="MemoryType.Private"/> and <see cref="MemoryType.Coherent"/>.
    /// </summary>
    public Action<Page>? FolioFree { get; set; }

    /// <summary>
    /// Brings a page back to memory that the CPU reaches, after the CPU touched it (<c>migrate_to_ram</c>). Required of
    /// <see cref="MemoryType.Private"/>.
    /// </summary>
    public MigrateToRam? MigrateToRam { get; set; }

    /// <summary>
    /// Frames of the range have a hardware error (<c>memory_failure</c>, since v5.19). Answers
    /// <see cref="Errno.EOPNOTSUPP"/> where the owner leaves it to the kernel to unmap them and kill who uses them.
    /// </summary>
    public PgMapMemoryFailure? MemoryFailure { get; set; }
}

/// <summary>A hardware error in <paramref name="count"/> frames from <paramref name="pfn"/> on.</summary>
public delegate Errno PgMapMemoryFailure([BorrowedRef] PgMap pgmap, Pfn pfn, int count);

/// <summary>A CPU fault on a page that the CPU cannot reach. The page is lent for the call.</summary>
public delegate VmFaultResult MigrateToRam(VmFault fault, [BorrowedRef] Page page);
