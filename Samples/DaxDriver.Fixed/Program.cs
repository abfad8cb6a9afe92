using System;
using DaxDriver;
using Devmap;

// One life of the device, with the counts of its first page after each step.
var memory = new PhysicalMemory(ramPages: 16);
if (PmemDevice.Probe(memory, new Pfn(0x100), blocks: 4, out Errno error) is not { } device)
{
    Console.WriteLine($"probe: {error}");
    return 1;
}

var space = new AddressSpace(memory);
Show("probe");

Vma vma = device.File.Map(space, pageCount: 4, handler: new FaultHandler(device));
Show("map");

Report("write to the mapping", space.WriteByte(vma.Start, Superblock.Magic));
Report("superblock", Superblock.IsValid(device) ? "valid" : "not valid");
Report("scrub", $"{Scrubber.Count(device, Superblock.Magic)} block begins with 0x{Superblock.Magic:X2}");
Report("copy block 0 to 1", BlockCopy.Copy(device.File, 0, 1));
Report("copy block 0 to 9", BlockCopy.Copy(device.File, 0, 9));
Report("journal block 2", Journal.Append(device.File, 2, offset: 0, entry: 1));
Report("transfer", $"{DirectTransfer.Receive(device.File, space, count: 2)} pages received");

// A pin holds off truncate: the pages are the file.
var pages = new Page[1];
int pinned = space.PinUserPages(vma, vma.Start, pages.Length, GupFlags.Write, pages);
Report("pin", $"{pinned} page pinned");
Report("erase block 0", BlockErase.Erase(device.File, 0));
Report("truncate", device.File.Truncate(0, TimeSpan.Zero));
if (pinned > 0)
{
    space.UnpinUserPages(pages, pinned);
}

Show("unpin");
Report("unmap", space.Unmap(vma));
Report("erase block 0", BlockErase.Erase(device.File, 0));
Report("remove", device.Remove(TimeSpan.FromSeconds(1)));
return 0;

void Report(string step, object outcome) => Show($"{step}: {outcome}");

void Show(string step)
{
    string counts = memory.PfnToPage(device.FrameOf(0)) is { } first
        ? $"refs {first.RefCount,4}  mappings {first.MapCount}  pins {first.PinCount}  pgmap {device.PgMapReferences}"
        : "no page";
    Console.WriteLine($"{step,-42} {counts}");
}
