using System;
using Devmap;
using FsDax2021;

// The thread of October 2021, as a run: a file is mapped, written, and its device removed.
var memory = new PhysicalMemory(ramPages: 16, Era.Linux615);
if (Filesystem.Mount(memory, new Pfn(0x100), pages: 4) is not { } filesystem)
{
    return 1;
}

var space = new AddressSpace(memory);
Vma vma = filesystem.Map(space);
Console.WriteLine($"write: {space.WriteByte(vma.Start, 1)}");
Show();
Console.WriteLine($"can be truncated: {filesystem.CanTruncate()}");
Console.WriteLine($"remove: {filesystem.Remove(TimeSpan.FromSeconds(1), waiting => Console.WriteLine($"remove: {waiting}"))}");
Show();
Console.WriteLine($"write: {space.WriteByte(vma.Start, 2)}");

return 0;

void Show()
{
    Pte pte = space.PageTable.Lookup(vma.Start);
    string page = filesystem.First is { } first ? $"refs {first.RefCount}, mappings {first.MapCount}" : "no page";
    Console.WriteLine($"entry: {(pte.IsPresent ? "present" : "none")}{(pte.IsSpecial ? ", special" : string.Empty)}; {page}");
}
