using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.PageMappedByPfn;

public sealed class PageMappedByPfnFixAllTests
{
    [Fact]
    public Task FixesSeveralInSeveralDocuments() => RuleFixTest<PageMappedByPfnFix>.VerifyAsync(
        (Code("C", "vma.InsertMixed(address, {|DVM1004:page.Pfn|})", "{|DVM1004:VmFlags.Read | VmFlags.MixedMap|}"), Code("C", "vma.InsertPage(address, page)", "VmFlags.Read")),
        (Code("D", "vma.InsertPfn(address, {|DVM1004:page.Pfn|})", "{|DVM1004:VmFlags.MixedMap | VmFlags.Write|}"), Code("D", "vma.InsertPage(address, page)", "VmFlags.Write")));

    [Fact]
    public Task KeepsWindowsLineEnds() => RuleFixTest<PageMappedByPfnFix>.VerifyAsync(
        Code("C", "vma.InsertMixed(address, {|DVM1004:page.Pfn|})", "{|DVM1004:VmFlags.Read | VmFlags.MixedMap|}").ReplaceLineEndings("\r\n"),
        Code("C", "vma.InsertPage(address, page)", "VmFlags.Read").ReplaceLineEndings("\r\n"));

    private static string Code(string type, string insert, string flags) => $$"""
        using Devmap;
        public class {{type}}
        {
            public Errno Fault(Vma vma, ulong address, Page page)
            {
                Errno first = {{insert}};
                return first == Errno.None ? {{insert}} : first;
            }

            public Vma Map(DaxFile file, AddressSpace space) => file.Map(space, 1, {{flags}});
        }
        """;
}
