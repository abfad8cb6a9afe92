using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Devmap.Tests.Unit.Meta;

/// <summary>What the README shows is what a reader gets.</summary>
public sealed class ReadmeExampleTests
{
    [Fact]
    public async Task The_counted_type_gets_the_reports_that_are_marked()
    {
        string code = CSharpBlock(RepositoryFiles.Read("README.md"));

        var reported = await ExampleCompiler.AnalyzeAsync(code);

        string[] lines = code.Split('\n');
        Assert.Equal(
            Enumerable.Range(0, lines.Length).Where(line => lines[line].Contains("// DVM", StringComparison.Ordinal)).Select(line => (line, lines[line].Split("// ")[1])),
            reported.Select(diagnostic => (diagnostic.Location.GetLineSpan().StartLinePosition.Line, diagnostic.Id)).Order());
    }

    /// <summary>The picture shows a report on the sample, in the words of the report.</summary>
    [Theory]
    [InlineData("README.md")]
    [InlineData("Package/README.md")]
    public async Task The_picture_is_true(string path)
    {
        string sample = RepositoryFiles.Read("Samples", "DaxDriver", "BlockCopy.cs");

        Diagnostic reported = Assert.Single(await ExampleCompiler.AnalyzeAsync(sample));

        string readme = string.Join(' ', RepositoryFiles.Read(path.Split('/')).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains($"warning {reported.Id}: {reported.GetMessage()}", readme);
    }

    private static string CSharpBlock(string text)
    {
        const string Fence = "```csharp\n";
        int open = text.IndexOf(Fence, StringComparison.Ordinal) + Fence.Length;
        return text[open..text.IndexOf("```", open, StringComparison.Ordinal)];
    }
}
