namespace Devmap;

/// <summary>Where a page of a file is on the device; it is locked by locking it (a DAX entry of the file's xarray).</summary>
internal sealed class DaxEntry
{
    public DaxEntry(Pfn block) => Block = block;

    public Pfn Block { get; }
}
