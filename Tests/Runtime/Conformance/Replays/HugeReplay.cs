using System.Collections.Generic;

namespace Devmap.Tests.Runtime.Conformance.Replays;

/// <summary>512 pages of an FS-DAX file that one entry may map, pinned together.</summary>
internal static class HugeReplay
{
    private const int Count = 512;

    public static IReadOnlyList<Replayed> Run(RecordedKernel kernel, string kind)
    {
        var memory = new PhysicalMemory(ramPages: 16, kernel.Era);
        PgMap pgmap = memory.MemRemapPages(MemoryType.FsDax, new Pfn(0x100000), kind == "xfs-dax" ? 131072 : 65536, out _)!;
        DaxFile file = new DaxDevice(pgmap).CreateFile(2 * Count, out _)!;
        var space = new AddressSpace(memory);
        Vma vma = file.Map(space, Count, VmFlags.Read | VmFlags.Write | VmFlags.Shared | VmFlags.HugePage, pageOffset: Count);
        space.WriteByte(vma.Start, 1);
        space.WriteByte(vma.Start + (5 * PhysicalMemory.PageSize), 1);
        Page head = memory.PfnToPage(space.PageTable.Lookup(vma.Start).Pfn)!;
        Page later = memory.PfnToPage(head.Pfn + 5)!;
        var rows = new List<Replayed>
        {
            Replayed.NotModelled("trace events of the kernel"),
            $"head: {Words.OfPage(head)}",
            $"sub+5: {Words.OfPage(later)}",
        };
        var pages = new Page[Count];
        int pinned = space.PinUserPagesFast(vma.Start, Count, GupFlags.None, pages);
        rows.Add($"pin512 rc={pinned} head: {Words.OfPage(head)}");
        rows.Add($"pin512 sub+5: {Words.OfPage(later)}");
        space.UnpinUserPages(pages, pinned);
        rows.Add(Replayed.NotModelled("whether an entry of 2 MiB is split depends on where the filesystem put the file"));
        AddressSpace child = space.Fork();
        rows.Add($"child after fork: present={Words.Bit(child.PageTable.Lookup(vma.Start).IsPresent)} (lazy refault)");
        child.UnmapEverything();
        return rows;
    }
}
