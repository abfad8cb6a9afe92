namespace Devmap;

/// <summary>What the file knows of one of its pages (a DAX entry of the file's xarray, and the extent behind it).</summary>
internal sealed class DaxEntry
{
    public DaxEntry(Pfn? block) => Block = block;

    /// <summary>Where the page is on the device; <see langword="null"/>: a hole, which reads as zeros.</summary>
    public Pfn? Block { get; set; }

    /// <summary>Whether the page has been in use through the file, so that it knows the file (<c>dax_associate_entry</c>).</summary>
    public bool IsAssociated { get; set; }

    /// <summary>Whether the file counts among those that share the page.</summary>
    public bool IsShared { get; set; }

    /// <summary>Whether 512 entries in a row are one, with a folio of their size.</summary>
    public bool IsHuge { get; set; }

    /// <summary>Whether what says that the block belongs to the file is not safe on the medium yet.</summary>
    public bool NeedsSync { get; set; }
}
