using System;
using System.Collections.Generic;
using System.Linq;

namespace Devmap.Tests.Runtime.Conformance.Replays;

/// <summary>The recorded program that does everything to one mapped page: get, pin, splice, register, fork, unmap.</summary>
internal sealed class MappingReplay
{
    private const string OtherAdvice = "advice about placement, reclaim and merging, which moves no counts";
    private const string NoUserFault = "userfaultfd";
    private const string NoPageFlags = "flags of /proc/kpageflags and soft-dirty bits";
    private const string NoNodes = "memory nodes and migration between them";

    private readonly RecordedKernel _kernel;
    private readonly string _kind;
    private readonly Place _place;

    /// <param name="kernel">Which kernel.</param>
    /// <param name="kind">The kind of memory.</param>
    /// <param name="isLater">Whether it is the second part of the program, after it has asked for small pages.</param>
    public MappingReplay(RecordedKernel kernel, string kind, bool isLater = false)
    {
        _kernel = kernel;
        _kind = kind;

        // The newer kernel gives a large anonymous mapping a huge page at once.
        _place = Place.Make(kind == "anon" && !isLater && kernel == RecordedKernel.Linux612 ? "anon-huge" : kind, kernel.Era);
    }

    /// <summary>The scenarios in the order of the program, for each leaves its page as the next finds it.</summary>
    public Dictionary<string, Replayed> Run()
    {
        var outcomes = new Dictionary<string, Replayed>
        {
            ["page-mapped"] = OfPage(_place.Page),
        };
        RegisterBuffers(outcomes);
        outcomes["get_fast-read"] = Grab(GupFlags.None, isPin: false, isFast: true);
        outcomes["get_fast-write"] = Grab(GupFlags.Write, isPin: false, isFast: true);
        outcomes["pin_fast-read"] = Grab(GupFlags.None, isPin: true, isFast: true);
        outcomes["pin_fast-write"] = Grab(GupFlags.Write, isPin: true, isFast: true);
        outcomes["pin_fast-read-longterm"] = Grab(GupFlags.LongTerm, isPin: true, isFast: true);
        outcomes["pin_fast-write-longterm"] = Grab(GupFlags.Write | GupFlags.LongTerm, isPin: true, isFast: true);
        outcomes["pin_slow-write"] = Grab(GupFlags.Write, isPin: true, isFast: false);
        outcomes["pin_slow-read-longterm"] = Grab(GupFlags.LongTerm, isPin: true, isFast: false);
        outcomes["pin_slow-write-longterm"] = Grab(GupFlags.Write | GupFlags.LongTerm, isPin: true, isFast: false);
        outcomes["pin+pin+get"] = ThreeHolders();
        outcomes["odirect-read-into"] = Transfer(GupFlags.Write);
        outcomes["odirect-write-from"] = Transfer(GupFlags.None);
        outcomes["process_vm_readv"] = Transfer(GupFlags.None);
        outcomes["process_vm_writev"] = Transfer(GupFlags.Write);
        outcomes["proc-mem-read"] = Look(GupFlags.None);
        outcomes["proc-mem-write"] = Look(GupFlags.Write);
        Splice(outcomes);
        outcomes["MADV_POPULATE_READ"] = _place.Touch(isWrite: false);
        outcomes["MADV_POPULATE_WRITE"] = _place.Touch(isWrite: true);

        var fresh = new MappingReplay(_kernel, _kind, isLater: true);
        fresh.Empty(outcomes);
        fresh.ForkAndUnmap(outcomes);
        return outcomes;
    }

    public static Replayed Other(string scenario) => scenario switch
    {
        "uffd-missing" or "uffd-wp" or "uffd-minor" => Replayed.NotModelled(NoUserFault),
        "pagemap" or "kpage" => Replayed.NotModelled(NoPageFlags),
        "move_pages-query" or "move_pages-move" => Replayed.NotModelled(NoNodes),
        "mlock" or "msync" or "mincore" or "futex-shared-wake" => Replayed.NotModelled("a system call that moves no counts: " + scenario),
        "touch-after-NOHUGEPAGE+DONTNEED" or "touch-after-HUGEPAGE" => Replayed.NotModelled("changing VM_HUGEPAGE of a mapping"),
        _ when scenario.StartsWith("MADV_", StringComparison.Ordinal) => Replayed.NotModelled(OtherAdvice),
        _ => Replayed.NotModelled("no replay: " + scenario),
    };

    // What maps a folio as a whole is in its _entire_mapcount, which the recorder did not read.
    private string OfPage(Page page)
        => _place.IsHuge ? Words.OfPage(page).Replace($"mapc={page.MapCount}", "mapc=0", StringComparison.Ordinal) : Words.OfPage(page);

    private int Take(GupFlags flags, bool isPin, bool isFast, Page[] pages)
    {
        return (isPin, isFast) switch
        {
            (true, true) => _place.Space.PinUserPagesFast(_place.Address, 1, flags, pages),
            (true, false) => _place.Space.PinUserPages(_place.Address, 1, flags, pages),
            _ => _place.Space.GetUserPagesFast(_place.Address, 1, flags, pages),
        };
    }

    private void GiveBack(Page[] pages, bool isPin)
    {
        if (isPin)
        {
            _place.Space.UnpinUserPages(pages, 1);
        }
        else
        {
            pages[0].Put();
        }
    }

    private string Grab(GupFlags flags, bool isPin, bool isFast)
    {
        Page before = _place.Page;
        int refBefore = before.RefCount;
        long pgmapBefore = Words.PgMapRef(before);
        var pages = new Page[1];
        int taken = Take(flags, isPin, isFast, pages);
        if (taken < 0)
        {
            return Words.Of((Errno)(-taken));
        }

        _place.NoteNewPage(before);
        Page page = pages[0];
        int after = page.RefCount;
        string pgmap = Words.Signed(Words.PgMapRef(page) - pgmapBefore);
        string outcome = $"ok n={taken} ref {refBefore}->{after} head {refBefore}->{after} pgmapref {pgmap} pinned={Words.Bit(page.MaybeDmaPinned)}";
        GiveBack(pages, isPin);
        return outcome;
    }

    private string ThreeHolders()
    {
        Page page = _place.Page;
        int before = page.RefCount;
        long pgmap = Words.PgMapRef(page);
        var pages = new Page[3];
        int first = Take(GupFlags.None, isPin: true, isFast: true, pages);
        int second = Take(GupFlags.None, isPin: true, isFast: true, pages);
        int third = Take(GupFlags.None, isPin: false, isFast: true, pages);
        int held = page.RefCount;
        page.Unpin();
        page.Unpin();
        page.Put();
        return $"rc={first},{second},{third} ref {before}->{held}->{page.RefCount} pgmapref {Words.Signed(Words.PgMapRef(page) - pgmap)}";
    }

    // A transfer pins for its own time; the bytes go through the page.
    private string Transfer(GupFlags flags)
    {
        var pages = new Page[1];
        int taken = Take(flags, isPin: true, isFast: true, pages);
        if (taken != 1)
        {
            return Words.Of((Errno)(-taken));
        }

        if (flags == GupFlags.Write)
        {
            pages[0].WriteByte(0, (byte)'A');
        }

        bool isThere = pages[0].ReadByte(0) == 'A';
        GiveBack(pages, isPin: true);
        return isThere ? "ok" : "other bytes";
    }

    private string Look(GupFlags flags)
    {
        var pages = new Page[1];
        int taken = _place.Space.GetUserPages(_place.Address, 1, flags, pages);
        if (taken != 1)
        {
            return Words.Of((Errno)(-taken));
        }

        bool isThere = pages[0].ReadByte(0) == 'A';
        pages[0].Put();
        return isThere ? "ok" : "other bytes";
    }

    private void Splice(Dictionary<string, Replayed> outcomes)
    {
        Page page = _place.Page;
        int before = page.RefCount;
        var pages = new Page[1];
        Take(GupFlags.None, isPin: false, isFast: true, pages);
        outcomes["vmsplice"] = $"ok n={PhysicalMemory.PageSize} head {before}->{page.RefCount} pgmapref +0 pinned={Words.Bit(page.MaybeDmaPinned)}";
        pages[0].Put();
        outcomes["vmsplice-after-close"] = $"head={page.RefCount}";
    }

    private void RegisterBuffers(Dictionary<string, Replayed> outcomes)
    {
        Page before = _place.Page;
        var pages = new Page[1];
        bool isOld = _kernel == RecordedKernel.Linux61;
        int taken = Take(GupFlags.Write | GupFlags.LongTerm, isPin: true, isFast: !isOld, pages);
        if (taken < 0)
        {
            outcomes["io_uring_register_buffers"] = Words.Of((Errno)(-taken));
            return;
        }

        _place.NoteNewPage(before);
        outcomes["io_uring_register_buffers"] = isOld && _place.IsRefusedByOldIoUring ? nameof(Errno.EOPNOTSUPP) : "ok";
        outcomes["page-uring-pinned"] = OfPage(pages[0]);
        GiveBack(pages, isPin: true);
    }

    private void Empty(Dictionary<string, Replayed> outcomes)
    {
        Page page = _place.Page;
        outcomes["MADV_DONTNEED"] = Words.Of(_place.Zap());
        outcomes["page-after-DONTNEED"] = $"present={Words.Bit(_place.IsPresent)} old:{Words.OfPage(page)}";
    }

    private void ForkAndUnmap(Dictionary<string, Replayed> outcomes)
    {
        _place.Touch(isWrite: true);
        Page page = _place.Page;
        (int before, int mapped, long pgmap) = (page.RefCount, page.MapCount, Words.PgMapRef(page));
        AddressSpace child = _place.Space.Fork();
        child.ReadByte(_place.Address, out _);
        string outcome = $"head {before}->{page.RefCount} mapc {mapped}->{page.MapCount} pgmapref {Words.Signed(Words.PgMapRef(page) - pgmap)}";
        outcomes["fork-child-touch"] = _kind == "anon" ? Replayed.NotModelled("VM_WIPEONFORK, which the program has set before") : outcome;
        child.UnmapEverything();

        var pages = new Page[1];
        int taken = Take(GupFlags.Write, isPin: true, isFast: true, pages);
        _place.Unmap();
        outcomes["munmap-while-pinned"] = $"rc={taken} {Words.OfPage(pages[0])}";
        GiveBack(pages, isPin: true);
        outcomes["unpin-after-munmap"] = Words.OfPage(pages[0]);
    }
}
