namespace Devmap;

/// <summary>The kinds of what can be held on pages and device ranges.</summary>
public enum ReferenceKind
{
    /// <summary>A reference on a page, given up with <see cref="Page.Put"/>.</summary>
    Reference,

    /// <summary>A pin on a page, given up with <see cref="Page.Unpin"/>.</summary>
    Pin,

    /// <summary>The reference of a page-table entry.</summary>
    Mapping,

    /// <summary>A reference on a device range, given up with <see cref="PgMap.Put"/>.</summary>
    PgMap,
}
