using System.Threading.Tasks;
using Devmap.Analyzers;
using Xunit;

namespace Devmap.Tests.Unit.Rules.PgMapRemovedWhileMapped;

/// <summary>Within one body: kill, shoot down, drain, remove.</summary>
public sealed class OrderTests
{
    private const string Device = "PgMap? pgmap = memory.MemRemapPages(MemoryType.FsDax, new Pfn(256), 4, out Errno error); if (pgmap is null) { return; } var dax = new DaxDevice(pgmap); DaxFile? made = dax.CreateFile(4, out error); if (made is null) { return; } ";

    [Theory]
    [InlineData(Device + "made.Map(space, 4); dax.Kill(); {|DVM1005:memory.MemUnmapPages(pgmap)|};")]
    [InlineData(Device + "Vma vma = made.Map(space, 4); space.WriteByte(vma.Start, 1); {|DVM1005:memory.MemUnmapPages(pgmap, TimeSpan.Zero)|};")]
    [InlineData("file.Map(space, 4); {|DVM1005:memory.MemUnmapPages(file.Device.PgMap)|};")]
    [InlineData("file.Map(space, 4); {|DVM1005:file.Device.Unbind(TimeSpan.Zero)|};")]
    [InlineData("Vma vma = file.Map(space, 4); if (a) { {|DVM1005:memory.MemUnmapPages(file.Device.PgMap)|}; return; } space.Unmap(vma); memory.MemUnmapPages(file.Device.PgMap);")]
    [InlineData("Page? page = file.GetPage(0); if (page is null) { return; } mapping.InsertPage(mapping.Start, page); page.Put(); {|DVM1005:memory.MemUnmapPages(file.Device.PgMap)|};")]
    public Task What_this_body_maps_is_taken_away_first(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("file.Device.Kill(); {|DVM1005:memory.MemUnmapPages(file.Device.PgMap)|}; file.UnmapAll();")]
    [InlineData("file.UnmapAll(); file.Device.Kill(); {|DVM1005:memory.MemUnmapPages(file.Device.PgMap)|};")]
    [InlineData("file.UnmapAll(); {|DVM1005:memory.MemUnmapPages(file.Device.PgMap)|}; file.Device.Kill();")]
    public Task The_steps_come_in_their_order(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("file.Device.Kill(); file.UnmapAll(); memory.MemUnmapPages(file.Device.PgMap);")]
    [InlineData("file.Device.Kill(); memory.MemUnmapPages(file.Device.PgMap);")]
    [InlineData("file.UnmapAll(); memory.MemUnmapPages(file.Device.PgMap);")]
    [InlineData("file.UnmapAll(); file.Device.Kill(); file.UnmapAll(); memory.MemUnmapPages(file.Device.PgMap);")]
    [InlineData(Device + "Vma vma = made.Map(space, 4); space.Unmap(vma); dax.Kill(); memory.MemUnmapPages(pgmap);")]
    [InlineData(Device + "Vma vma = made.Map(space, 4); try { space.WriteByte(vma.Start, 1); } finally { space.Unmap(vma); } memory.MemUnmapPages(pgmap);")]
    [InlineData(Device + "made.Map(space, 4); dax.Kill(); made.Truncate(0, TimeSpan.Zero); memory.MemUnmapPages(pgmap);")]
    [InlineData("file.Map(space, 4); memory.MemUnmapPages(other);")]
    [InlineData("memory.MemUnmapPages(other); file.Device.Kill();")]
    [InlineData("memory.MemUnmapPages(other); file.UnmapAll();")]
    [InlineData("file.UnmapAll(); file.Device.Kill(); memory.MemUnmapPages(other);")]
    [InlineData("space.Map(4, VmFlags.Read); memory.MemUnmapPages(other);")]
    [InlineData("Vma? vma = null; if (a) { vma = file.Map(space, 4); } if (vma is not null) { space.Unmap(vma); } memory.MemUnmapPages(file.Device.PgMap);")]
    public Task The_right_order_is_silent(string body) => VerifyAsync(body);

    /// <summary>Who tries, takes mappings away where it did not work, and tries again, has the order right.</summary>
    [Fact]
    public Task A_removal_that_is_tried_again_is_silent() => VerifyAsync(
        """
        TeardownResult result;
        do
        {
            result = memory.MemUnmapPages(file.Device.PgMap, TimeSpan.Zero);
            if (!result.IsComplete)
            {
                file.UnmapAll();
            }
        }
        while (!result.IsComplete);
        """);

    /// <summary>Code that nobody can look into may take the mappings away.</summary>
    [Theory]
    [InlineData("file.Map(space, 4); before(); memory.MemUnmapPages(file.Device.PgMap);")]
    [InlineData("file.Map(space, 4); Quiesce(file); memory.MemUnmapPages(file.Device.PgMap);")]
    [InlineData("file.Map(space, 4); Virtual(); memory.MemUnmapPages(file.Device.PgMap);")]
    public Task What_a_call_may_have_done_is_not_known(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => LibraryTest<PgMapTeardownAnalyzer>.VerifyAsync(
        "private static void Quiesce(DaxFile file) => Inner(file);\nprivate static void Inner(DaxFile file) => file.UnmapAll();\npublic virtual void Virtual() { }\n"
        + $"public void M(PhysicalMemory memory, AddressSpace space, DaxFile file, Vma mapping, PgMap other, Action before, bool a)\n{{\n{body}\n}}");
}
