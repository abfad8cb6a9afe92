using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.Tests.Differential.Execution;
using Devmap.Tests.Differential.PageLibrary.Execution;
using Devmap.Tests.Differential.PageLibrary.Language;
using Devmap.Tests.Differential.Trials;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Devmap.Tests.Differential.PageLibrary.Trials;

/// <summary>What the analyzers say of many programs: one compilation, one run.</summary>
internal static class ProgramAnalysis
{
    /// <param name="programs">The programs.</param>
    /// <param name="option">What is configured; <see langword="null"/>: nothing.</param>
    public static async Task<Opinion[]> AskAsync(IReadOnlyList<PageProgram> programs, (string Key, string Value)? option = null)
    {
        var writer = new ProgramWriter(forRun: false);
        writer.Raw("using System; using Devmap;");
        int[] starts = ProgramText.Write(writer, programs);
        CSharpCompilation compilation = ProgramText.Compile(writer.Text);
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new Configured(option)), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> diagnostics = await compilation
            .WithAnalyzers([new ReferenceCountAnalyzer(), new PgMapTeardownAnalyzer()], options)
            .GetAllDiagnosticsAsync();

        Opinion[] opinions = [.. programs.Select(static _ => new Opinion([], []))];
        foreach (Diagnostic diagnostic in diagnostics.Where(static found => found.Severity == DiagnosticSeverity.Error || (found.Severity == DiagnosticSeverity.Warning && !found.Id.StartsWith("CS", StringComparison.Ordinal))))
        {
            int line = diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;
            int index = Array.FindLastIndex(starts, start => start < line);
            Opinion opinion = opinions[Math.Max(index, 0)];
            if (index < 0 || !Rules.All.Contains(diagnostic.Id))
            {
                opinion.Problems.Add(diagnostic.ToString());
            }
            else if (!opinion.Mistakes.Add(new Mistake(diagnostic.Id, line - starts[index])))
            {
                opinion.Problems.Add("reported twice: " + diagnostic);
            }
        }

        return opinions;
    }

    private sealed class Configured((string Key, string Value)? option) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(option);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options((string Key, string Value)? option) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
            {
                value = key == option?.Key ? option?.Value : null;
                return value is not null;
            }
        }
    }
}
