using System;

namespace Devmap;

/// <summary>The bits of <c>page-&gt;flags</c> that the model needs.</summary>
[Flags]
internal enum PageFlags
{
    None = 0,

    /// <summary>Anonymous memory (<c>PageAnon</c>, which the kernel keeps in <c>page-&gt;mapping</c>).</summary>
    Anonymous = 1,

    /// <summary>Written to since it was last stored (<c>PG_dirty</c>).</summary>
    Dirty = 2,

    /// <summary>Somebody works on the page (<c>PG_locked</c>).</summary>
    Locked = 4,

    /// <summary>The memory has a hardware error (<c>PG_hwpoison</c>).</summary>
    HwPoison = 8,

    /// <summary>The first page of a folio of several (<c>PG_head</c>).</summary>
    Head = 16,

    /// <summary>A later page of a folio (the lowest bit of <c>compound_head</c>).</summary>
    Tail = 32,

    /// <summary>In the page allocator, first of a free block (<c>PageBuddy</c>).</summary>
    Buddy = 64,

    /// <summary>On a list of pages in the order of their use (<c>PG_lru</c>).</summary>
    Lru = 128,

    /// <summary>Its driver has been told that it is free.</summary>
    Freed = 256,

    /// <summary>Several files have it (<c>PAGE_MAPPING_DAX_SHARED</c>).</summary>
    DaxShared = 512,
}
