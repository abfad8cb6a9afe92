using Xunit;

namespace Devmap.Tests.Runtime;

/// <summary>A machine as most tests want it.</summary>
internal static class Machine
{
    public static readonly Pfn DeviceStart = new(0x100000);

    public static PgMap MapDevice(PhysicalMemory memory, MemoryType type = MemoryType.FsDax, int pages = 8, PgMapOps? ops = null)
    {
        PgMap? pgmap = memory.MemRemapPages(type, DeviceStart, pages, out Errno error, ops, owner: memory);
        Assert.Equal(Errno.None, error);
        return pgmap!;
    }

    public static DaxFile CreateFile(PhysicalMemory memory, int pages = 4) => CreateFile(new DaxDevice(MapDevice(memory)), pages);

    public static DaxFile CreateFile(DaxDevice device, int pages)
    {
        DaxFile? file = device.CreateFile(pages, out Errno error);
        Assert.Equal(Errno.None, error);
        return file!;
    }

    public static Page PageOf(PhysicalMemory memory, long index) => memory.PfnToPage(DeviceStart + index)!;

    /// <summary>An ops object that satisfies every type of memory.</summary>
    public static PgMapOps CompleteOps() => new()
    {
        FolioFree = _ => { },
        MigrateToRam = (_, _) => VmFaultResult.SigBus,
    };

    /// <summary>Every era, for theories.</summary>
    public static TheoryData<string> EraNames => new(nameof(Era.Linux515), nameof(Era.Linux61), nameof(Era.Linux615));

    public static Era EraOf(string name) => name switch
    {
        nameof(Era.Linux515) => Era.Linux515,
        nameof(Era.Linux61) => Era.Linux61,
        _ => Era.Linux615,
    };
}
