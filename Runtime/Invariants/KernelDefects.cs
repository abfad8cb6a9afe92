using System;

namespace Devmap;

/// <summary>
/// Defects that kernels had, for who wants to see them: off, unless a machine is told to have them
/// (<see cref="PhysicalMemory.Defects"/>). Where one shows, an invariant that is watched reports it.
/// </summary>
[Flags]
public enum KernelDefects
{
    /// <summary>None: what the contract between the parts of the kernel says.</summary>
    None = 0,

    /// <summary>
    /// <c>memunmap_pages</c> gives up the range's references in bulk and does not wait for who holds FS-DAX or device-dax
    /// pages (v5.18 to at least v6.12). Breaks I3.
    /// </summary>
    BulkPgMapRelease = 1,

    /// <summary><c>dax_layout_busy_page</c> takes a file that nobody maps for idle, whoever holds its pages (until v6.15). Breaks I9.</summary>
    UnmappedFilesAreIdle = 2,

    /// <summary>FS-DAX memory can be pinned long-term, so that truncation waits for ever (before v4.15). Breaks I9.</summary>
    LongTermPinsOfFsDax = 4,

    /// <summary>A page-table entry is visible before its reference is taken. Breaks I5.</summary>
    EntryBeforeReference = 8,

    /// <summary>Device pages can be put on lists that run through <c>lru</c>, which overwrites their pgmap. Breaks I3.</summary>
    LruOfDevicePages = 16,

    /// <summary>A pin that fails after the pgmap was taken returns without giving it up (until v5.15, <c>__gup_device_huge</c>). Breaks I14.</summary>
    LeakPgMapOnFailedGrab = 32,
}
