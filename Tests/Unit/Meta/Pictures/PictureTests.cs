using System;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Devmap.Tests.Unit.Meta.Pictures;

/// <summary>
/// The pictures of the READMEs are drawn from what the rules report. With the environment variable <c>DEVMAP_DRAW</c> set they are
/// written instead of compared.
/// </summary>
public sealed class PictureTests
{
    [Fact]
    public async Task The_leak_of_the_sample_is_shown_as_it_is_reported()
    {
        string source = RepositoryFiles.Read("Samples", "DaxDriver", "BlockCopy.cs").Replace(" // DVM2001: lost where there is no target", "", StringComparison.Ordinal);
        Diagnostic report = Assert.Single(await ExampleCompiler.AnalyzeAsync(source));
        int first = report.Location.GetLineSpan().StartLinePosition.Line - 2;

        string drawn = ReportPicture.Draw(report, report.Properties[DiagnosticProperties.Story]!, first, first + 12);

        string[] path = ["docs", "images", "leak.svg"];
        if (Environment.GetEnvironmentVariable("DEVMAP_DRAW") is not null)
        {
            RepositoryFiles.Write(drawn, path);
        }

        Assert.Equal(RepositoryFiles.Read(path), drawn);
    }
}
