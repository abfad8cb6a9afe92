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
}
