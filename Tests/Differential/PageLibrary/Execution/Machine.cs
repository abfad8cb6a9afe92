using System;
using System.Collections.Generic;
using System.Linq;
using Devmap.Tests.Differential.Execution;
using Devmap.Tests.Differential.PageLibrary.Language;

namespace Devmap.Tests.Differential.PageLibrary.Execution;

/// <summary>
/// The machine that one execution happens on, and the others on it. They hold pages by page-table entries only, so that a
/// reference or pin on a page is always the program's.
/// </summary>
internal sealed class Machine
{
    private const int RangePages = 16;
    private const int FirstIndex = 3;
    private const int LentIndex = 15;
    private const ulong Nowhere = 0x1000;

    private static readonly Pfn NoFrame = new(0x900000);

    private readonly AddressSpace _others;
    private readonly Vma _held;
    private readonly List<Page> _taken = [];
    private readonly List<Vma> _windows = [];
    private readonly List<Vma> _store = [];
    private readonly bool _leave;
    private readonly Choices _choices;
    private Page? _full;

    public Machine(Choices choices, ISet<string> inputs, KernelDefects defects)
    {
        Memory = new PhysicalMemory(ramPages: 8) { Defects = defects };
        Range = Memory.MemRemapPages(MemoryType.FsDax, new Pfn(0x100000), RangePages, out _)!;
        File = new DaxDevice(Range).CreateFile(RangePages, out _)!;
        Space = new AddressSpace(Memory);
        _others = new AddressSpace(Memory);
        _held = File.Map(_others, RangePages);
        const VmFlags Shared = VmFlags.Read | VmFlags.Write | VmFlags.Shared;
        Vma = Space.Map(RangePages, Shared);
        Mixed = Space.Map(RangePages, Shared | VmFlags.MixedMap);
        Lru = new LruList(Memory);
        Lent = Hold(LentIndex);

        _choices = choices;
        _leave = choices.Take(2) == 0;
        Frames = [.. Decide(Inputs.Frames, 4).Select((choice, i) => FrameOf(choice, i))];
        Indexes = [.. Decide(Inputs.Indexes, 2).Select(static (choice, i) => choice == 0 ? FirstIndex + i : 1000L)];
        Addresses = [.. Decide(Inputs.Addresses, 3).Select((choice, i) => AddressOf(choice, 6 + (2 * i)))];
        Flags = [.. Decide(Inputs.Flags, 2).Select(static choice => choice == 1)];
        if (inputs.Contains(Inputs.Ram) && choices.Take(2) == 1)
        {
            while (Memory.AllocPage() is { } page)
            {
                _taken.Add(page);
            }
        }

        Store = inputs.Contains(Inputs.Store) ? MakeStore() : File;
        Watched = [.. WatchedPages()];

        int[] Decide(string[] names, int count) => [.. names.Select(name => inputs.Contains(name) ? choices.Take(count) : 0)];
    }

    public PhysicalMemory Memory { get; }

    public PgMap Range { get; }

    public AddressSpace Space { get; }

    /// <summary>A mapping that pages go into.</summary>
    public Vma Vma { get; }

    /// <summary>A mapping that takes frames by their number.</summary>
    public Vma Mixed { get; }

    public DaxFile File { get; }

    /// <summary>A file on a range of its own, which programs may take away.</summary>
    public DaxFile Store { get; }

    public LruList Lru { get; }

    /// <summary>A page that the caller keeps alive all through the call.</summary>
    public Page Lent { get; }

    public Pfn[] Frames { get; }

    public long[] Indexes { get; }

    public ulong[] Addresses { get; }

    public bool[] Flags { get; }

    /// <summary>All pages that a program can get at.</summary>
    public Page[] Watched { get; }

    /// <summary>What a page or a range is called, whatever stands behind the name in this execution.</summary>
    public string NameOf(object subject)
    {
        int frame = subject is Page page ? Array.FindIndex(Frames, pfn => pfn == page.Pfn) : -1;
        return frame >= 0 ? Inputs.Frames[frame] : subject is Page other ? other.Pfn.ToString() : subject is PgMap ? "range" : "array";
    }

    /// <summary>A mapping of the store that the program has made: its process uses it from then on.</summary>
    public void Use(Vma mapping) => _store.Add(mapping);

    /// <summary>
    /// A page is asked for a reference. That others keep it alive is no reason for there to be room for one more: it may be
    /// mapped so often that no count goes up any more.
    /// </summary>
    public void MayBeFull(Page page)
    {
        if ((page == Lent || Holding.Of(page).IsAny) && _choices.Take(2) == 1)
        {
            SetFull(page);
        }
    }

    /// <summary>
    /// Between two statements anything may happen that the others have a right to. They are of two sorts: those who give up
    /// what they can as soon as the program holds it itself, and those who go on using what they have, and what the program
    /// gives up.
    /// </summary>
    /// <param name="given">The pages that the program held and does not hold any more.</param>
    public void LetOthersRun(IEnumerable<Page> given)
    {
        SetFull(null);
        if (!_leave)
        {
            foreach (Vma mapping in _store)
            {
                Space.WriteByte(mapping.Start, 1);
            }

            foreach (Page page in given.Where(page => Range.Contains(page.Pfn)))
            {
                _others.WriteByte(AddressIn(_held, (int)(page.Pfn - Range.Start)), 1);
            }

            return;
        }

        Space.Zap(Vma);
        for (int i = 0; i < Frames.Length; i++)
        {
            if (Memory.PfnToPage(Range.Start + i) is { } page && Holding.Of(page).IsAny)
            {
                _others.Zap(_held, AddressIn(_held, i), 1);
            }
        }

        foreach (Vma window in _windows)
        {
            Space.Zap(window);
        }
    }

    private void SetFull(Page? page)
    {
        const long Most = PageCounts.Full & long.MinValue;
        _full?.Corrupt(new PageCounts(_full.OwnCounts.Packed & ~Most));
        _full = page;
        _full?.Corrupt(new PageCounts(_full.OwnCounts.Packed | Most));
    }

    private static ulong AddressIn(Vma vma, int index) => vma.Start + (ulong)(index * PhysicalMemory.PageSize);

    private Page Hold(int index)
    {
        _others.WriteByte(AddressIn(_held, index), 1);
        return Memory.PfnToPage(Range.Start + index)!;
    }

    private Pfn FrameOf(int choice, int index) => choice switch
    {
        0 => Hold(index).Pfn,
        1 => Range.Start + index,
        2 => new Pfn((ulong)(Memory.RamPages - 1 - index)),
        _ => NoFrame,
    };

    private ulong AddressOf(int choice, int index)
    {
        if (choice == 2)
        {
            return Nowhere;
        }

        Vma window = File.Map(Space, pageCount: 2 - choice, pageOffset: index);
        _windows.Add(window);

        // What lies behind it is not accessible.
        Space.Map(1, VmFlags.None);
        return window.Start;
    }

    private DaxFile MakeStore()
    {
        PgMap range = Memory.MemRemapPages(MemoryType.FsDax, new Pfn(0x200000), 4, out _)!;
        return new DaxDevice(range).CreateFile(2, out _)!;
    }

    private IEnumerable<Page> WatchedPages()
    {
        for (int i = 0; i < Memory.RamPages; i++)
        {
            yield return Memory.PfnToPage(new Pfn((ulong)i))!;
        }

        for (int i = 0; i < RangePages; i++)
        {
            yield return Memory.PfnToPage(Range.Start + i)!;
        }

        for (int i = 0; Store != File && i < Store.Device.PgMap.PageCount; i++)
        {
            yield return Memory.PfnToPage(Store.Device.PgMap.Start + i)!;
        }
    }
}
