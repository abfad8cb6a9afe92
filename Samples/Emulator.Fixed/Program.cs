using System;
using System.IO;
using Devmap;
using Emulator;

// One life of a guest, with the counts of its first page and the free pages of the host after each step.
var host = new PhysicalMemory(ramPages: 32);
int free = host.FreePages;
using (var guest = new GuestMemory(host, frames: 8))
{
    Report(guest, "populate", guest.Populate());
    Pfn first = guest.Find(0)!.Pfn;

    var debugger = new AddressSpace(host);
    Vma window = debugger.Map(1, VmFlags.Read | VmFlags.Write | VmFlags.Shared, new RamWindow(host, first));
    Report(guest, "write through the window", debugger.WriteByte(window.Start, 42));
    Report(guest, "peek", DebugStub.Peek(host, first, offset: 0));
    Report(guest, "fill by DMA", $"{DmaEngine.Fill(debugger, window.Start, count: 1, value: 7)} page");
    Report(guest, "close the window", debugger.Unmap(window));

    using (var cache = new TranslationCache())
    {
        byte both = (byte)(cache.Read(guest, 0, 0) + cache.Read(guest, 0, 1));
        Report(guest, "read twice", $"{both}, {cache.Hits} hit");
    }

    using (var snapshot = new Snapshot(guest))
    {
        Report(guest, "snapshot", $"{snapshot.PageCount} pages shared");
        Report(guest, "write to a shared page", CopyOnWrite.Break(guest, 0));
    }

    Report(guest, "drop the snapshot", guest.Find(0)!.Pfn == first ? "the old page" : "a page of its own");
    Report(guest, "inflate the balloon", Balloon.Inflate(guest, 7));
    Report(guest, "migrate frame 6", Migration.Send(guest, 6, new MemoryStream()));
    Report(guest, "migrate frame 5", Migration.Send(guest, 5, new BrokenLine()));
}

Console.WriteLine($"after the guest: {free - host.FreePages} pages missing");
return 0;

void Report(GuestMemory guest, string step, object outcome) =>
    Console.WriteLine($"{$"{step}: {outcome}",-40} refs {guest.Find(0)!.RefCount}  free {host.FreePages}");

/// <summary>A connection that is gone.</summary>
internal sealed class BrokenLine : MemoryStream
{
    public override void WriteByte(byte value) => throw new IOException("The line is down.");
}
