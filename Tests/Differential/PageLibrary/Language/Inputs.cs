namespace Devmap.Tests.Differential.PageLibrary.Language;

/// <summary>What every program is called with. Whether frames, addresses and indexes lead anywhere is decided for each execution.</summary>
internal static class Inputs
{
    public const string Parameters =
        "PhysicalMemory memory, AddressSpace space, Vma vma, Vma mixed, DaxFile file, DaxFile store, LruList lru, Page lent, "
        + "Pfn f0, Pfn f1, Pfn f2, long i0, long i1, long i2, ulong at0, ulong at1, bool a, bool b, bool c";

    /// <summary>Whether there is free RAM. No parameter: the allocator knows.</summary>
    public const string Ram = "ram";

    public const string Store = "store";

    /// <summary>Frames: of a device page that somebody holds, of an idle one, or of nothing.</summary>
    public static string[] Frames { get; } = ["f0", "f1", "f2"];

    /// <summary>Pages of the file, or beyond its end.</summary>
    public static string[] Indexes { get; } = ["i0", "i1", "i2"];

    /// <summary>Addresses of two mapped pages, of one, or of nothing.</summary>
    public static string[] Addresses { get; } = ["at0", "at1"];

    public static string[] Flags { get; } = ["a", "b", "c"];
}
