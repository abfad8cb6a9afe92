using System;
using Devmap;

namespace DaxDriver;

/// <summary>A persistent-memory device with one file on it; block <c>n</c> of the file is frame <c>n</c> of the device.</summary>
public sealed class PmemDevice
{
    private readonly PgMap _pgmap;
    private readonly DaxDevice _dax;

    private PmemDevice(PhysicalMemory memory, PgMap pgmap, DaxDevice dax, DaxFile file)
    {
        Memory = memory;
        _pgmap = pgmap;
        _dax = dax;
        File = file;
    }

    public PhysicalMemory Memory { get; }

    public DaxFile File { get; }

    public int BlockCount => _pgmap.PageCount;

    public long PgMapReferences => _pgmap.RefCount;

    /// <summary>Gives the device's memory struct pages and puts a file on it.</summary>
    public static PmemDevice? Probe(PhysicalMemory memory, Pfn start, int blocks, out Errno error)
    {
        PgMap? pgmap = memory.MemRemapPages(MemoryType.FsDax, start, blocks, out error);
        if (pgmap is null)
        {
            return null;
        }

        var dax = new DaxDevice(pgmap);
        DaxFile? file = dax.CreateFile(blocks, out error);
        return file is null ? null : new PmemDevice(memory, pgmap, dax, file);
    }

    /// <summary>The frame of a block.</summary>
    public Pfn FrameOf(long block) => _pgmap.Start + block;

    /// <summary>Takes the device away: no new faults, no mappings, then no memory.</summary>
    public TeardownResult Remove(TimeSpan timeout)
    {
        _dax.Kill();
        File.UnmapAll();
        return Memory.MemUnmapPages(_pgmap, timeout);
    }
}
