using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.PgMapRemovedWhileMapped;

public sealed class PgMapRemovedWhileMappedFixAllTests
{
    [Fact]
    public Task FixesSeveralInSeveralDocuments() => RuleFixTest<PgMapTeardownAnalyzer, PgMapRemovedWhileMappedFix>.VerifyAsync(
        (Wrong("C"), Right("C")),
        (Wrong("D"), Right("D")));

    [Fact]
    public Task KeepsWindowsLineEnds() => RuleFixTest<PgMapTeardownAnalyzer, PgMapRemovedWhileMappedFix>.VerifyAsync(
        Wrong("C").ReplaceLineEndings("\r\n"), Right("C").ReplaceLineEndings("\r\n"));

    private static string Wrong(string type) => Code(
        type, "{|DVM1005:memory.MemUnmapPages(file.Device.PgMap)|};", "{|DVM1005:memory.MemUnmapPages(file.Device.PgMap)|};\n        file.UnmapAll();");

    private static string Right(string type) => Code(
        type,
        "file.UnmapAll();\n        memory.MemUnmapPages(file.Device.PgMap);",
        "file.UnmapAll();\n        memory.MemUnmapPages(file.Device.PgMap);\n        file.UnmapAll();");

    private static string Code(string type, string first, string second) => $$"""
        using Devmap;
        public class {{type}}
        {
            public void Replay(PhysicalMemory memory, AddressSpace space, DaxFile file)
            {
                file.Map(space, 4);
                file.Device.Kill();
                {{first}}
            }

            public void Go(PhysicalMemory memory, DaxFile file)
            {
                {{second}}
            }
        }
        """;
}
