using System.Collections.Immutable;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Options;
using Devmap.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Devmap.Analyzers;

/// <summary>Reports what is configured for this package and means nothing: once for each compilation, not for each file.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.InvalidOption);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationAction(static end =>
        {
            // Where no rule can speak, no option matters.
            if (!ContractPresence.AnyInSight(end.Compilation, end.Options))
            {
                return;
            }

            foreach (OptionMistake mistake in OptionCheck.Find(end.Options.AnalyzerConfigOptionsProvider, end.Compilation.SyntaxTrees))
            {
                end.ReportDiagnostic(InvalidOption.Report(mistake));
            }
        });
    }
}
