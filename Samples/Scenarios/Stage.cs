using System;
using Devmap;

namespace Scenarios;

/// <summary>
/// Where a scenario plays: a machine of one era with a pmem device, a file of four pages on it, and a process that has
/// mapped the file. Every step is noted with the counts of the file's first page.
/// </summary>
public sealed class Stage
{
    /// <summary>How long a step waits that is expected to wait for ever.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);

    /// <summary>How long a step waits that is expected to come through.</summary>
    public static readonly TimeSpan Enough = TimeSpan.FromSeconds(30);

    private static readonly Pfn s_deviceStart = new(0x100000);

    /// <summary>Sets the stage.</summary>
    public Stage(Era era)
    {
        Memory = new PhysicalMemory(ramPages: 64, era);
        PgMap = Memory.MemRemapPages(MemoryType.FsDax, s_deviceStart, 8, out Errno error)
            ?? throw new InvalidOperationException($"The device range could not be made: {error}.");
        Device = new DaxDevice(PgMap);
        File = Device.CreateFile(4, out error) ?? throw new InvalidOperationException($"The file could not be made: {error}.");
        Process = new AddressSpace(Memory);
        Vma = File.Map(Process, 4);
        Timeline = new Timeline();
    }

    public PhysicalMemory Memory { get; }

    public PgMap PgMap { get; }

    public DaxDevice Device { get; }

    public DaxFile File { get; }

    public AddressSpace Process { get; }

    public Vma Vma { get; }

    public Timeline Timeline { get; }

    /// <summary>The first frame of the file.</summary>
    public Pfn Frame => s_deviceStart;

    /// <summary>The entry for the file's first page.</summary>
    public Pte Entry => Process.PageTable.Lookup(Vma.Start);

    /// <summary>The counts of the file's first page.</summary>
    public Counts Counts => Memory.PfnToPage(Frame) is { } page ? new Counts(page.RefCount, page.MapCount, page.PinCount, PgMap.RefCount) : default;

    /// <summary>One step of a play, noted with what it answers.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="what">What happens, in the kernel's words.</param>
    /// <param name="act">Does it.</param>
    public T Step<T>(string actor, string what, Func<T> act)
    {
        Counts before = Counts;
        T result = act();
        Timeline.Add(new TimelineStep(actor, what, result is null ? "none" : result.ToString() ?? "", before, Counts));
        return result;
    }

    /// <summary>The process writes to the first page of the file.</summary>
    public Errno Touch() => Step("process", "write to the mapping", () => Process.WriteByte(Vma.Start, 1));

    /// <summary>The driver's part of unplug (<c>kill_dax</c>).</summary>
    public Errno Kill()
    {
        Device.Kill();
        return Errno.None;
    }

    /// <summary>What a filesystem has to do before the device's memory goes.</summary>
    public Errno Shootdown()
    {
        File.UnmapAll();
        return Errno.None;
    }

    /// <summary>Whether a read of the mapping touches memory that is gone.</summary>
    public bool ReadsRemovedMemory()
    {
        try
        {
            Process.ReadByte(Vma.Start, out _);
            return false;
        }
        catch (MemoryRemovedException)
        {
            return true;
        }
    }
}
