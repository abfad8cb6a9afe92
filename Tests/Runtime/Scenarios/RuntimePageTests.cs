using System;
using System.IO;
using Xunit;

namespace Devmap.Tests.Runtime.Scenarios;

/// <summary>The example of <c>docs/runtime.md</c>, and what it says that it prints.</summary>
public sealed class RuntimePageTests
{
    [Fact]
    public void Example_PrintsWhatThePageSays()
    {
        var memory = new PhysicalMemory(ramPages: 64, Era.Linux615);
        PgMap pgmap = memory.MemRemapPages(MemoryType.FsDax, new Pfn(0x100000), 8, out Errno error)!;
        var device = new DaxDevice(pgmap);
        DaxFile file = device.CreateFile(4, out error)!;

        var process = new AddressSpace(memory);
        Vma vma = file.Map(process, 4);
        process.WriteByte(vma.Start, 1);

        var pages = new Page[4];
        int pinned = process.PinUserPagesFast(vma.Start, 4, GupFlags.Write, pages);
        Assert.Equal(Errno.ERESTARTSYS, file.Truncate(0, TimeSpan.Zero));
        process.UnpinUserPages(pages, pinned);

        process.WriteByte(vma.Start, 2);
        TeardownResult result = device.Unbind(TimeSpan.FromMilliseconds(20));

        Assert.Contains($"// {result}", Page());
    }

    private static string Page()
    {
        using Stream page = typeof(RuntimePageTests).Assembly.GetManifestResourceStream("runtime.md")!;
        using var reader = new StreamReader(page);
        return reader.ReadToEnd();
    }
}
