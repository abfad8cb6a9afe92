using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Devmap.Tests.Unit.Meta;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Devmap.Tests.Unit.Rules;

/// <summary>Each row of the table of precedence gets the one report that it names.</summary>
public sealed partial class PrecedenceTests
{
    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (Match row in Row().Matches(RepositoryFiles.Read("docs", "precedence.md")))
            {
                rows.Add(row.Groups["code"].Value, row.Groups["rule"].Value);
            }

            return rows;
        }
    }

    [Fact]
    public void The_table_has_rows() => Assert.True(Rows.Count >= 13);

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task One_rule_speaks(string code, string rule)
    {
        IEnumerable<Diagnostic> reported = await ExampleCompiler.AnalyzeMethodsAsync(
            "static void M(PhysicalMemory memory, AddressSpace space, Vma vma, DaxFile file, LruList lru, Pfn pfn)\n{\nvar pages = new Page[1];\n" + code + "\n}\n", "", "");

        Assert.Equal([rule], reported.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden).Select(diagnostic => diagnostic.Id));
    }

    [GeneratedRegex(@"^\| [^|]+ \| `(?<code>[^`]+)` \| (?<rule>DVM\d{4}) \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
