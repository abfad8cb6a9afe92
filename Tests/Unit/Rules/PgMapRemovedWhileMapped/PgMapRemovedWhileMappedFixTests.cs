using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.PgMapRemovedWhileMapped;

public sealed class PgMapRemovedWhileMappedFixTests
{
    [Theory]
    [InlineData("file.Map(space, 4);\n        ", "file.UnmapAll();\n        ", "memory.MemUnmapPages(file.Device.PgMap)", ";")]
    [InlineData("file.UnmapAll();\n        file.Device.Kill();\n        ", "file.UnmapAll();\n        ", "memory.MemUnmapPages(file.Device.PgMap)", ";")]
    [InlineData("", "file.UnmapAll();\n        ", "memory.MemUnmapPages(file.Device.PgMap)", "; // go\n        file.UnmapAll();")]
    [InlineData("// the end\n        ", "file.Device.Kill();\n        ", "memory.MemUnmapPages(file.Device.PgMap)", ";\n        file.Device.Kill();")]
    public Task MakesTheStep(string before, string step, string removal, string behind) => RuleFixTest<PgMapTeardownAnalyzer, PgMapRemovedWhileMappedFix>.VerifyAsync(
        Method($"{before}{{|DVM1005:{removal}|}}{behind}"), Method(before + step + removal + behind), PgMapRemovedWhileMappedFix.StepBeforeKey);

    [Fact]
    public Task OpensAnExpressionBody() => RuleFixTest<PgMapTeardownAnalyzer, PgMapRemovedWhileMappedFix>.VerifyAsync(
        """
        using Devmap;
        public class C(PhysicalMemory memory, DaxFile file)
        {
            private readonly PgMap _pgmap = file.Device.PgMap;
            private readonly DaxFile _file = file;
            public Vma Map(AddressSpace space) => _file.Map(space, 4);
            public void Remove() => {|DVM1005:memory.MemUnmapPages(_pgmap)|};
        }
        """,
        """
        using Devmap;
        public class C(PhysicalMemory memory, DaxFile file)
        {
            private readonly PgMap _pgmap = file.Device.PgMap;
            private readonly DaxFile _file = file;
            public Vma Map(AddressSpace space) => _file.Map(space, 4);
            public void Remove()
            {
                _file.UnmapAll();
                memory.MemUnmapPages(_pgmap);
            }
        }
        """);

    /// <summary>Which mapping a page went into does not stand anywhere at hand.</summary>
    [Fact]
    public Task NotOfferedForAnInsert() => RuleFixTest<PgMapTeardownAnalyzer, PgMapRemovedWhileMappedFix>.VerifyNoFixAsync(
        """
        using Devmap;
        public class C
        {
            public void M(PhysicalMemory memory, Vma vma, Page page, PgMap pgmap)
            {
                Page first = memory.PfnToPage(pgmap.Start)!;
                vma.InsertPage(vma.Start, first);
                {|DVM1005:memory.MemUnmapPages(pgmap)|};
            }
        }
        """);

    private static string Method(string body) => $$"""
        using Devmap;
        public class C
        {
            public void M(PhysicalMemory memory, AddressSpace space, DaxFile file)
            {
                {{body}}
            }
        }
        """;
}
