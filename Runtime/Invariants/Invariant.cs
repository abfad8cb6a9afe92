namespace Devmap;

/// <summary>What holds in a kernel without reference-count bugs. Each can be watched: see <see cref="InvariantChecks"/>.</summary>
public enum Invariant
{
    /// <summary>
    /// No entry of a page table leads to a page that nobody holds: its reference count is not zero, and, where entries
    /// are not counted, something besides the device range's own reference keeps it.
    /// </summary>
    I1 = 1,

    /// <summary>
    /// The reference count is at least the sum of what is known to hold the page: the zone's own references, mappings
    /// and pins; and there are as many counted mappings as entries that lead to it.
    /// </summary>
    I2 = 2,

    /// <summary>A device range is neither gone nor unrecognisable while an entry, a reference or a pin leads to its pages.</summary>
    I3 = 3,

    /// <summary>A count goes from zero to one only where that is somebody's right: the allocator, the holder of a DAX entry's lock, an unfreeze.</summary>
    I4 = 4,

    /// <summary>The reference is taken before what it keeps alive is published, and given up after it is withdrawn.</summary>
    I5 = 5,

    /// <summary>What is given up is of the kind that was taken, and no more of it than was taken.</summary>
    I6 = 6,

    /// <summary>A lookup that is handed the device range of the lookup before uses that reference up: one put ends the chain.</summary>
    I7 = 7,

    /// <summary>After a device range is killed no new reference on it is had, it is killed once, and its release runs once.</summary>
    I8 = 8,

    /// <summary>FS-DAX, coherent and peer-to-peer memory is never pinned long-term, and blocks of a file are freed only when nobody holds them.</summary>
    I9 = 9,

    /// <summary>The owner of a page is told once that it is free, and nobody touches the page from then on.</summary>
    I10 = 10,

    /// <summary>A page of a file knows its file before an entry shows it, and belongs to one file unless it is shared.</summary>
    I11 = 11,

    /// <summary>The later pages of a folio have no count of their own, and each page shows its pgmap again when the folio is taken apart.</summary>
    I12 = 12,

    /// <summary>Device-private pages mean something to the owner of their range only.</summary>
    I13 = 13,

    /// <summary>A call that fails leaves the counts as it found them, and one that succeeds in part says with how much.</summary>
    I14 = 14,

    /// <summary>After <c>kill_dax</c> no new entry leads to the device.</summary>
    I15 = 15,
}
