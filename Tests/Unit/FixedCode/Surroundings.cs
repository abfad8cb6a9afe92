using System.Collections.Generic;
using System.Linq;
using Devmap.Tests.Differential.Execution;

namespace Devmap.Tests.Unit.FixedCode;

/// <summary>
/// The machine that code is run on. Others hold some of its pages, by page-table entries only: a reference or a pin that is
/// there at the end was left behind by the code.
/// </summary>
internal sealed class Surroundings
{
    public const int FilePages = 4;

    private readonly Page[] _watched;
    private readonly (int References, int Pins)[] _before;
    private readonly PgMap[] _ranges;
    private readonly long[] _rangesBefore;

    public Surroundings(Choices choices)
    {
        Choices = choices;
        Memory = new PhysicalMemory(ramPages: 16);
        Memory.Checks.EnableAll();
        Memory.Checks.CollectsBreaches = true;
        Range = Memory.MemRemapPages(MemoryType.FsDax, new Pfn(0x100000), 2 * FilePages, out _)!;
        Spare = Memory.MemRemapPages(MemoryType.FsDax, new Pfn(0x200000), FilePages, out _)!;
        Shared = Memory.MemRemapPages(MemoryType.PciP2PDma, new Pfn(0x300000), 1, out _)!;
        File = new DaxDevice(Range).CreateFile(FilePages, out _)!;
        File.Extend(FilePages + 1);
        Space = new AddressSpace(Memory);

        Others = new AddressSpace(Memory);
        Vma held = File.Map(Others, FilePages);
        Others.WriteByte(held.Start, 1);
        Others.WriteByte(held.Start + (2 * PhysicalMemory.PageSize), 1);
        _watched =
        [
            .. Enumerable.Range(0, Memory.RamPages).Select(frame => Memory.PfnToPage(new Pfn((ulong)frame))!),
            .. new[] { Range, Spare, Shared }.SelectMany(range => Enumerable.Range(0, range.PageCount).Select(index => Memory.PfnToPage(range.Start + index)!)),
        ];
        _before = [.. _watched.Select(HeldOn)];
        _ranges = [Range, Spare];
        _rangesBefore = [.. _ranges.Select(range => range.RefCount)];
    }

    public Choices Choices { get; }

    public PhysicalMemory Memory { get; }

    public PgMap Range { get; }

    /// <summary>A range with no device on it.</summary>
    public PgMap Spare { get; }

    /// <summary>A range whose pages its driver hands out.</summary>
    public PgMap Shared { get; }

    /// <summary>Its pages 0 and 2 are held by others, 1 and 3 are idle; behind them is a hole.</summary>
    public DaxFile File { get; }

    public AddressSpace Space { get; }

    public AddressSpace Others { get; }

    public Page HeldPage => Memory.PfnToPage(Range.Start)!;

    public Page IdlePage => Memory.PfnToPage(Range.Start + 1)!;

    /// <summary>Other counts that have to be what they were.</summary>
    public List<PercpuRef> Counters { get; } = [];

    /// <summary>Who was given what a page array now has gives it back.</summary>
    public void GiveBack(Page[] pages, int count)
    {
        foreach (Page page in pages.Take(count))
        {
            GiveBack(page);
        }
    }

    public void GiveBack(Page page)
    {
        if (HeldOn(page).Pins > 0)
        {
            page.Unpin();
        }
        else if (HeldOn(page).References > 0)
        {
            page.Put();
        }
    }

    /// <summary>What the code has left behind, and which invariants it has broken.</summary>
    public IEnumerable<string> Traces()
    {
        for (int i = 0; i < _watched.Length; i++)
        {
            if (HeldOn(_watched[i]) is var now && now != _before[i])
            {
                yield return $"{_watched[i].Pfn} has {now} instead of {_before[i]}";
            }
        }

        for (int i = 0; i < _ranges.Length; i++)
        {
            if (!_ranges[i].IsDying && _ranges[i].RefCount != _rangesBefore[i])
            {
                yield return $"{_ranges[i]} has {_ranges[i].RefCount} instead of {_rangesBefore[i]}";
            }
        }

        foreach (PercpuRef counter in Counters.Where(counter => counter.Count != 1))
        {
            yield return $"a counter stands at {counter.Count}";
        }

        Memory.Checks.Verify();
        foreach (InvariantBreach breach in Memory.Checks.Breaches)
        {
            yield return breach.ToString()!;
        }
    }

    private static (int References, int Pins) HeldOn(Page page) => (page.RefCount - page.MapCount - (1024 * page.PinCount), page.PinCount);
}
