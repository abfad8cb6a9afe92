using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.PageMappedByPfn;

/// <summary>What is known to have struct pages does not go in by its number; what is not known to is none of the rule's business.</summary>
public sealed class PageMappedByPfnTests
{
    private const string Parameters = "Vma vma, ulong address, Page page, PgMap pgmap, Pfn raw, DaxFile file, AddressSpace space, bool a, int n";

    [Theory]
    [InlineData("vma.InsertPfn(address, {|DVM1004:page.Pfn|});")]
    [InlineData("vma.InsertMixed(address, {|DVM1004:page.Pfn|});")]
    [InlineData("vma.InsertPfn(address, {|DVM1004:pgmap.Start|});")]
    [InlineData("vma.InsertPfn(address, {|DVM1004:pgmap.Start + n|});")]
    [InlineData("Pfn pfn = page.Pfn; if (a) { pfn = pgmap.Start; } vma.InsertMixed(address, {|DVM1004:pfn|});")]
    [InlineData("Pfn pfn = pgmap.Start; for (int i = 0; i < n; i++) { vma.InsertMixed(address, {|DVM1004:pfn|}); pfn += 1; }")]
    [InlineData("vma.InsertMixed(pfn: {|DVM1004:page.Pfn|}, address: address);")]
    [InlineData("file.Map(space, 1, {|DVM1004:VmFlags.Read | VmFlags.MixedMap|});")]
    [InlineData("var flags = VmFlags.Read; flags |= VmFlags.MixedMap; file.Map(space, 1, {|DVM1004:flags|});")]
    public Task What_has_struct_pages_is_reported(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("vma.InsertPfn(address, raw);")]
    [InlineData("vma.InsertMixed(address, raw + n);")]
    [InlineData("vma.InsertPfn(address, new Pfn(0x100));")]
    [InlineData("vma.InsertPage(address, page);")]
    [InlineData("Pfn pfn = raw; if (a) { pfn = new Pfn(7); } vma.InsertPfn(address, pfn);")]
    [InlineData("long distance = raw - pgmap.Start; vma.InsertPfn(address, new Pfn((ulong)distance));")]
    [InlineData("file.Map(space, 1, VmFlags.Read | VmFlags.Shared);")]
    [InlineData("file.Map(space, 1);")]
    [InlineData("space.Map(1, VmFlags.Read | VmFlags.MixedMap);")]
    public Task What_is_not_known_to_have_any_is_not(string body) => VerifyAsync(body);

    [Fact]
    public Task A_helper_that_answers_with_a_frame_of_the_range_is_seen_through() => LibraryTest.VerifyTypesAsync(
        """
        public class Driver
        {
            private readonly PgMap _pgmap;
            private readonly Pfn _registers;

            public Driver(PgMap pgmap, Pfn registers)
            {
                _pgmap = pgmap;
                _registers = registers;
            }

            public Errno Page(Vma vma, ulong address, long n) => vma.InsertMixed(address, {|DVM1004:FrameOf(n)|});

            public Errno Register(Vma vma, ulong address, long n) => vma.InsertMixed(address, RegisterAt(n));

            public Errno Either(Vma vma, ulong address, long n) => vma.InsertMixed(address, RegisterOrFrame(n));

            private Pfn FrameOf(long n) => _pgmap.Start + n;

            private Pfn RegisterAt(long n) => _registers + n;

            private Pfn RegisterOrFrame(long n) => n < 4 ? _registers + n : _pgmap.Start + n;
        }
        """);

    /// <summary>Before v6.15 DAX pages were mapped in this way; a page by plain frame number was a bug at all times.</summary>
    [Theory]
    [InlineData("linux_5_15")]
    [InlineData("linux_6_1")]
    public Task The_mixed_insert_of_older_kernels_is_theirs(string era) => VerifyAsync(
        """
        vma.InsertMixed(address, page.Pfn);
        vma.InsertMixedMkWrite(address, page.Pfn, true);
        file.Map(space, 1, VmFlags.Read | VmFlags.MixedMap);
        vma.InsertPfn(address, {|DVM1004:page.Pfn|});
        """,
        "devmap_era = " + era);

    private static Task VerifyAsync(string body, string? option = null) =>
        LibraryTest.VerifyAsync($"public void M({Parameters}) {{\n{body}\n}}", option);
}
