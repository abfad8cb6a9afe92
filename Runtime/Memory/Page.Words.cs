using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <content>
/// The words of <c>struct page</c> that mean different things in different pages. The first word of <c>lru</c> is the
/// next page of a list in a page of RAM, the pgmap in a device page, and the head in a later page of a folio: whoever
/// puts a device page on a list overwrites its pgmap.
/// </content>
public sealed partial class Page
{
    private object? _word;

    /// <summary>
    /// The device range that the page belongs to (<c>page_pgmap</c>); <see langword="null"/> for RAM, and for a device
    /// page that somebody has put on a list. It is not kept alive by this.
    /// </summary>
    [UncountedRef]
    public PgMap? PgMap => Volatile.Read(ref Head._word) as PgMap;

    /// <summary>The file on FS-DAX that the page belongs to (<c>page-&gt;mapping</c>); <see langword="null"/>: none, or several (<see cref="Share"/>).</summary>
    /// <exception cref="ReferenceCountException">Nothing keeps the page alive, so that the file may be gone.</exception>
    /// <exception cref="MemoryRemovedException">The device range is gone.</exception>
    [RequiresRef]
    public DaxFile? Mapping
    {
        get
        {
            EnsureAlive("Page.Mapping");
            return File as DaxFile;
        }
    }

    /// <summary>The page of the file that it is (<c>page-&gt;index</c>); 0 where it belongs to none, or to several.</summary>
    /// <exception cref="ReferenceCountException">Nothing keeps the page alive.</exception>
    /// <exception cref="MemoryRemovedException">The device range is gone.</exception>
    [RequiresRef]
    public long Index
    {
        get
        {
            EnsureAlive("Page.Index");
            return HasFlag(PageFlags.DaxShared) ? 0 : _zone.Extras.Find(_index).IndexOrShare;
        }
    }

    /// <summary>How many entries of files the page belongs to when they share it (<c>page-&gt;share</c>); 0: it is not shared.</summary>
    /// <exception cref="ReferenceCountException">Nothing keeps the page alive.</exception>
    /// <exception cref="MemoryRemovedException">The device range is gone.</exception>
    [RequiresRef]
    public int Share
    {
        get
        {
            EnsureAlive("Page.Share");
            return ShareCount;
        }
    }

    /// <summary>What the driver of a device page keeps there (<c>zone_device_data</c>).</summary>
    /// <param name="owner">Who asks: the word means something to the owner of the range only (<see cref="Invariant.I13"/>).</param>
    /// <returns><see langword="null"/>: nothing, or it is not the asker's.</returns>
    public object? GetDriverData(object owner) => IsOwnedBy(owner, "zone_device_data") ? _zone.Extras.Find(_index).SecondWord : null;

    /// <summary>Keeps something for the driver of a device page (<c>zone_device_data</c>).</summary>
    /// <param name="owner">The owner of the range.</param>
    /// <param name="data">What to keep.</param>
    /// <returns><see cref="Errno.EPERM"/>: the page is not that owner's.</returns>
    public Errno SetDriverData(object owner, object? data)
    {
        if (!IsOwnedBy(owner, "zone_device_data"))
        {
            return Errno.EPERM;
        }

        _zone.Extras.At(_index).SecondWord = data;
        return Errno.None;
    }

    /// <summary>What the page belongs to, whatever keeps it alive.</summary>
    internal MappedFile? File => _zone.Extras.Find(_index).Mapping;

    internal int ShareCount => HasFlag(PageFlags.DaxShared) ? (int)_zone.Extras.Find(_index).IndexOrShare : 0;

    /// <summary>The next page of the list that the page is on (<c>lru.next</c>).</summary>
    internal Page? NextOnList => Volatile.Read(ref _word) as Page;

    internal Page? PreviousOnList => _zone.Extras.Find(_index).SecondWord as Page;

    /// <summary>Writes <c>lru.next</c>; of a device page that is its pgmap.</summary>
    internal void SetNextOnList(Page? next) => Volatile.Write(ref _word, next);

    internal void SetPreviousOnList(Page? previous)
    {
        if (previous is not null || PreviousOnList is not null)
        {
            _zone.Extras.At(_index).SecondWord = previous;
        }
    }

    /// <summary>The page shows its pgmap again (when a folio is split, or when a device range repairs it).</summary>
    internal void RestorePgMap() => Volatile.Write(ref _word, _zone.PgMap);

    /// <summary>The page becomes part of a file, or of none (<c>dax_associate_entry</c>, <c>dax_disassociate_entry</c>).</summary>
    internal void SetMapping(MappedFile? file, long index = 0)
    {
        ClearFlag(PageFlags.DaxShared);
        if (index != 0 || _zone.Extras.Find(_index).IndexOrShare != 0)
        {
            _zone.Extras.At(_index).IndexOrShare = index;
        }

        WriteMapping(file);
    }

    /// <summary>The page is shared by <paramref name="count"/> entries of files (<c>dax_page_share_get</c>, <c>dax_page_share_put</c>).</summary>
    internal void SetShare(int count)
    {
        WriteMapping(null);
        _zone.Extras.At(_index).IndexOrShare = count;
        if (count > 0)
        {
            SetFlag(PageFlags.DaxShared);
        }
        else
        {
            ClearFlag(PageFlags.DaxShared);
        }
    }

    private void WriteMapping(MappedFile? file)
    {
        if (file is not null || File is not null)
        {
            Volatile.Write(ref _zone.Extras.At(_index).Mapping, file);
        }
    }

    /// <summary>I13: whether the page belongs to the range of that owner.</summary>
    internal bool IsOwnedBy(object? owner, string operation)
    {
        bool isOwner = _zone.PgMap is { } pgmap && Equals(pgmap.Owner, owner);
        if (!isOwner)
        {
            Memory.Probe.Breach(Invariant.I13, this, operation, "the page is looked at by who does not own its range");
        }

        return isOwner;
    }
}
