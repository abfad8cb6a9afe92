using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Meta;

/// <summary>Every row of the page about defaults is what happens.</summary>
public sealed partial class DefaultsPageTests
{
    private static readonly string Page = RepositoryFiles.Read("docs", "guides", "defaults.md");

    private static readonly string Library = CodeBlock.In(Page).Single(block => block.Language == "csharp").Text;

    public static TheoryData<string, string> Rows => new(Row().Matches(Page).Select(row => (row.Groups["code"].Value, row.Groups["reported"].Value)));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_row_is_true(string body, string reported)
    {
        const string Marker = "public sealed class Example\n{\n";
        string code = Library.Replace(Marker, Marker + "    public void M(Pool pool, ISink sink, Block lent) { " + body + " }\n", StringComparison.Ordinal);
        Assert.NotEqual(Library, code);

        IEnumerable<string> found = (await ExampleCompiler.AnalyzeAsync(code))
            .Where(diagnostic => diagnostic.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Hidden)
            .Select(diagnostic => diagnostic.Id);

        Assert.Equal(reported, string.Join(", ", found));
    }

    [GeneratedRegex(@"^\| [^|]+ \| [^|]+ \| `(?<code>.+)` \| (?<reported>[^|]*?) ?\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
