using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.PageMappedByPfn;

public sealed class PageMappedByPfnFixTests
{
    [Theory]
    [InlineData("vma.InsertMixed(address, {|DVM1004:page.Pfn|})", "vma.InsertPage(address, page)")]
    [InlineData("vma.InsertPfn(/* where */ address, {|DVM1004:page.Pfn|} /* what */)", "vma.InsertPage(/* where */ address, page /* what */)")]
    [InlineData("fault.Vma.InsertMixed(fault.Address, {|DVM1004:page.Pfn|})", "fault.Vma.InsertPage(fault.Address, page)")]
    public Task InstallsThePage(string call, string expected) => RuleFixTest<PageMappedByPfnFix>.VerifyAsync(Method(call), Method(expected));

    [Theory]
    [InlineData("VmFlags.Read | VmFlags.MixedMap", "VmFlags.Read")]
    [InlineData("VmFlags.MixedMap | VmFlags.Read | VmFlags.Shared", "VmFlags.Read | VmFlags.Shared")]
    public Task DropsTheFlag(string flags, string rest) => RuleFixTest<PageMappedByPfnFix>.VerifyAsync(
        Map($"{{|DVM1004:{flags}|}}"), Map(rest), PageMappedByPfnFix.DropFlagKey);

    /// <summary>There is no page in hand, or none that anything keeps: to install it would be the next mistake.</summary>
    [Theory]
    [InlineData("vma.InsertMixed(address, {|DVM1004:pgmap.Start|})")]
    [InlineData("vma.InsertMixed(address, {|DVM1004:memory.PfnToPage(raw)!.Pfn|})")]
    [InlineData("vma.InsertMixed(pfn: {|DVM1004:page.Pfn|}, address: address)")]
    public Task NotOfferedWithoutAPageThatIsKept(string call) => RuleFixTest<PageMappedByPfnFix>.VerifyNoFixAsync(Method(call));

    [Fact]
    public Task FixesSeveral() => RuleFixTest<PageMappedByPfnFix>.VerifyAsync(
        Method("vma.InsertMixed(address, {|DVM1004:page.Pfn|}) == Errno.None ? Errno.None : vma.InsertPfn(address, {|DVM1004:page.Pfn|})"),
        Method("vma.InsertPage(address, page) == Errno.None ? Errno.None : vma.InsertPage(address, page)"));

    private static string Method(string call) => $$"""
        using Devmap;
        public class C
        {
            public Errno M(VmFault fault, Vma vma, ulong address, Page page, PgMap pgmap, PhysicalMemory memory, Pfn raw) => {{call}};
        }
        """;

    private static string Map(string flags) => $$"""
        using Devmap;
        public class C
        {
            public Vma M(DaxFile file, AddressSpace space) => file.Map(space, 1, {{flags}});
        }
        """;
}
