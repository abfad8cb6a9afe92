using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Devmap.Tests.Unit.Contracts.Files;

/// <summary>An editor changes a contract file while its project is open: what was said before is forgotten at once.</summary>
public sealed class ChangedFileTests
{
    private const string Code = """
        public sealed class Reader { public void IncRef() { } public void DecRef() { } }
        public static class C { public static void M(Reader reader) { reader.IncRef(); } }
        """;

    [Fact]
    public async Task An_edit_is_in_force_in_the_next_analysis()
    {
        using var workspace = new AdhocWorkspace();
        Project project = Open(workspace);
        DocumentId file = project.AdditionalDocumentIds.Single();
        Assert.Empty(await ReportsAsync(project));

        project = Edit(project, file, "M:Reader.IncRef; this acquires");
        Assert.Equal(["DVM2001"], await ReportsAsync(project));

        project = Edit(project, file, "M:Reader.IncRef; this acquires\nM:Reader.DecReff; this releases");
        Assert.Equal(["DVM2001", "DVM3004"], await ReportsAsync(project));

        project = Edit(project, file, "M:Reader.IncRef; this");
        Assert.Equal(["DVM3001"], await ReportsAsync(project));

        project = Edit(project, file, "# nothing");
        Assert.Empty(await ReportsAsync(project));
    }

    [Fact]
    public async Task A_file_comes_and_goes()
    {
        using var workspace = new AdhocWorkspace();
        Project project = Open(workspace);
        TextDocument second = project.AddAdditionalDocument("More.RefContracts.txt", "M:Reader.IncRef; this acquires", filePath: "/More.RefContracts.txt");
        Assert.Equal(["DVM2001"], await ReportsAsync(second.Project));

        Assert.Empty(await ReportsAsync(second.Project.RemoveAdditionalDocument(second.Id)));
    }

    private static Project Open(AdhocWorkspace workspace)
    {
        Project project = workspace.AddProject("Project", LanguageNames.CSharp)
            .WithCompilationOptions(new Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddMetadataReferences(Flow.Mutants.Framework);
        project = project.AddDocument("C.cs", Code).Project;
        return project.AddAdditionalDocument("RefContracts.txt", "# nothing", filePath: "/RefContracts.txt").Project;
    }

    private static Project Edit(Project project, DocumentId file, string text) =>
        project.Solution.WithAdditionalDocumentText(file, SourceText.From(text)).GetProject(project.Id)!;

    private static async Task<IEnumerable<string>> ReportsAsync(Project project)
    {
        Compilation compilation = (await project.GetCompilationAsync())!;
        var reports = await compilation.WithAnalyzers(Meta.Rules.Analyzers, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
        return reports.Where(report => report.Severity > DiagnosticSeverity.Hidden).Select(report => report.Id).Order();
    }
}
