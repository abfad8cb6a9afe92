using System;
using System.Threading;
using Xunit;

namespace Devmap.Tests.Runtime.Conformance;

/// <summary>A machine with memory of one kind, mapped by one process, as the recorded program found it.</summary>
internal sealed class Place
{
    // As on the recorded machine, for the reference count of a range shows its size.
    private const int PmemPages = 65536;
    private const int XfsPages = 131072;
    private const int HugeOrder = 9;
    private const int FilePages = 256;
    private static readonly Pfn s_start = new(0x100000);

    private readonly bool _hasBuffers;
    private Page? _buffered;
    private Page? _inBatch;
    private bool _wasFilled;

    private Place(PhysicalMemory memory, bool hasBuffers = false)
    {
        Memory = memory;
        _hasBuffers = hasBuffers;
    }

    public PhysicalMemory Memory { get; }

    public AddressSpace Space { get; private init; } = null!;

    public Vma Vma { get; private init; } = null!;

    public DaxFile? Dax { get; private init; }

    public DevDax? Device { get; private init; }

    public CachedFile? Cached { get; private init; }

    /// <summary>Whether the file is gone with its last mapping.</summary>
    public bool FileEndsWithMapping { get; private init; }

    /// <summary>Whether the kernel of v6.1 registers buffers of its memory for io_uring: no files, but for shared memory.</summary>
    public bool IsRefusedByOldIoUring { get; private init; }

    public ulong Address => Vma.Start;

    public Page Page => Memory.PfnToPage(Space.PageTable.Lookup(Address).Pfn)!;

    public bool IsPresent => Space.PageTable.Lookup(Address).IsPresent;

    /// <summary>Whether a whole folio is mapped by one entry, which the recorder's mapcount of a single page does not show.</summary>
    public bool IsHuge { get; private init; }

    public static Place Make(string kind, Era era, int daxPages = 0)
    {
        Place place = kind switch
        {
            "ext4-dax-shared" or "ext4-dax" => OfDax(era, daxPages == 0 ? PmemPages : daxPages, isPrivate: false),
            "xfs-dax-shared" or "xfs-dax" => OfDax(era, XfsPages, isPrivate: false),
            "ext4-dax-private" or "ext4-dax-private-cow" => OfDax(era, PmemPages, isPrivate: true),
            "devdax-shared" or "devdax" => OfDevDax(era),
            "ext4-nodax-shared" or "ext4-nodax" => OfCache(era, isPrivate: false, isTmpfs: false, hasBuffers: true),
            "ext4-nodax-private-ro" => OfCache(era, isPrivate: true, isTmpfs: false, hasBuffers: true),
            "tmpfs-shared" => OfCache(era, isPrivate: false, isTmpfs: true, hasBuffers: false),
            "anon-shared" => OfSharedAnonymous(era),
            "anon" => OfAnonymous(era, isHuge: false),
            "anon-huge" => OfAnonymous(era, isHuge: true),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of memory."),
        };
        place.Touch(isWrite: kind is not ("ext4-dax-private" or "ext4-nodax-private-ro"));
        return place;
    }

    /// <summary>The process touches the address.</summary>
    /// <returns><c>ok</c>, or the signal.</returns>
    public string Touch(bool isWrite)
    {
        Page? before = IsPresent ? Page : null;
        Errno error = isWrite ? Space.WriteByte(Address, (byte)'A') : Space.ReadByte(Address, out _);
        if (error != Errno.None)
        {
            return (Space.Fault(Address, isWrite) & VmFaultResult.SigBus) != 0 ? "SIGBUS(code=2)" : "SIGSEGV";
        }

        NoteNewPage(before);
        return "ok";
    }

    /// <summary>
    /// A new page of the process's own is on a list of its processor on the way to the LRU, which holds a reference
    /// (<c>folio_add_lru</c>) until something drains it; a large folio does not wait there. The model has no such lists, so
    /// the replay holds it; and it holds the reference of the buffers that ext4 keeps for each page in the cache
    /// (<c>attach_page_private</c>).
    /// </summary>
    public void NoteNewPage(Page? before)
    {
        if (!IsPresent || Page is not { } page || page == before || IsHuge)
        {
            return;
        }

        if (_hasBuffers && !page.IsAnonymous && page != _buffered)
        {
            page.Get();
            _buffered = page;
        }

        bool isNewInMemoryOnly = FileEndsWithMapping && !_wasFilled;
        _wasFilled = true;
        if (page.IsAnonymous || isNewInMemoryOnly)
        {
            Drain();
            page.Get();
            _inBatch = page;
        }
    }

    /// <summary>The page has left the cache, and its buffers with it.</summary>
    public void LeaveCache()
    {
        _buffered?.Put();
        _buffered = null;
    }

    /// <summary>What comes before the emptying of page tables (<c>lru_add_drain</c>).</summary>
    public void Drain()
    {
        _inBatch?.Put();
        _inBatch = null;
    }

    public Errno Zap()
    {
        Drain();
        return Space.Zap(Vma);
    }

    public void Unmap()
    {
        Drain();
        Assert.Equal(Errno.None, Space.Unmap(Vma));
        if (FileEndsWithMapping)
        {
            Assert.Equal(Errno.None, Cached!.Evict());
        }
    }

    private static Place OfDax(Era era, int pages, bool isPrivate)
    {
        var memory = new PhysicalMemory(ramPages: 16, era);
        PgMap pgmap = memory.MemRemapPages(MemoryType.FsDax, s_start, pages, out _)!;
        DaxFile file = new DaxDevice(pgmap).CreateFile(FilePages, out _)!;
        var space = new AddressSpace(memory);
        VmFlags flags = VmFlags.Read | VmFlags.Write | (isPrivate ? VmFlags.None : VmFlags.Shared);
        return new Place(memory) { Space = space, Dax = file, Vma = file.Map(space, 1, flags), IsRefusedByOldIoUring = true };
    }

    private static Place OfDevDax(Era era)
    {
        var memory = new PhysicalMemory(ramPages: 16, era);
        PgMap pgmap = memory.MemRemapPages(MemoryType.Generic, s_start, PmemPages, out _, vmemmapShift: HugeOrder)!;
        var device = new DevDax(pgmap, 1 << HugeOrder);
        var space = new AddressSpace(memory);
        return new Place(memory) { Space = space, Device = device, Vma = device.Map(space, 1 << HugeOrder, out _)!, IsRefusedByOldIoUring = true };
    }

    private static Place OfCache(Era era, bool isPrivate, bool isTmpfs, bool hasBuffers)
    {
        var memory = new PhysicalMemory(ramPages: 512, era);
        var file = new CachedFile(memory, FilePages, isTmpfs);
        var space = new AddressSpace(memory);
        VmFlags flags = VmFlags.Read | VmFlags.Write | (isPrivate ? VmFlags.None : VmFlags.Shared);
        return new Place(memory, hasBuffers) { Space = space, Cached = file, Vma = file.Map(space, 1, flags), IsRefusedByOldIoUring = !isTmpfs };
    }

    private static Place OfSharedAnonymous(Era era)
    {
        var memory = new PhysicalMemory(ramPages: 512, era);
        var file = new CachedFile(memory, FilePages, isSharedMemory: true);
        var space = new AddressSpace(memory);
        return new Place(memory) { Space = space, Cached = file, Vma = file.Map(space, 1), FileEndsWithMapping = true };
    }

    private static Place OfAnonymous(Era era, bool isHuge)
    {
        var memory = new PhysicalMemory(ramPages: 2048, era);
        var space = new AddressSpace(memory);
        VmFlags flags = VmFlags.Read | VmFlags.Write | (isHuge ? VmFlags.HugePage : VmFlags.None);
        return new Place(memory) { Space = space, Vma = space.Map(isHuge ? 1 << HugeOrder : 1, flags), IsHuge = isHuge };
    }
}
