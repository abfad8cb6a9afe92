using System.Collections.Immutable;
using Devmap.Analyzers.Contracts.Files;
using Devmap.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Devmap.Analyzers;

/// <summary>
/// Reports, on the lines of contract files, what is not in force there. Each file is looked at by itself, so that an editor
/// shows the reports while the file is being written.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractFileAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.InvalidContract, Descriptors.ContractMatchesNothing);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (ContractFileName.Any(start.Options))
            {
                // What contradicts what is known only of all files together.
                ContractFileSet files = ContractFileSet.Load(start.Options.AdditionalFiles, start.CancellationToken);
                start.RegisterAdditionalFileAction(file => Report(files, file));
            }
        });
    }

    private static void Report(ContractFileSet files, AdditionalFileAnalysisContext context)
    {
        if (files.Find(context.AdditionalFile.Path) is not { } loaded)
        {
            return;
        }

        foreach (ContractFileProblem problem in loaded.File.Problems)
        {
            context.ReportDiagnostic(InvalidContract.Report(problem, loaded));
        }

        // Nobody can change a preset here, and the library may be older or newer than the one that it was written from.
        if (loaded.File.IsPreset)
        {
            return;
        }

        foreach (ContractFileProblem conflict in loaded.Conflicts)
        {
            context.ReportDiagnostic(InvalidContract.Report(conflict, loaded));
        }

        foreach (ContractEntry entry in loaded.File.Entries)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            Report(entry, loaded, context);
        }
    }

    private static void Report(ContractEntry entry, LoadedContractFile file, AdditionalFileAnalysisContext context)
    {
        var target = EntryTarget.Find(entry.Id, context.Compilation);
        if (target.Miss is { } miss)
        {
            context.ReportDiagnostic(ContractMatchesNothing.Report(entry, miss, file));
        }
        else if (target.Symbol is { } symbol)
        {
            foreach (ContractClause clause in entry.Clauses)
            {
                if (EntryCheck.Problem(clause, symbol) is { } problem)
                {
                    context.ReportDiagnostic(InvalidContract.Report(new ContractFileProblem(clause.Span, problem), file));
                }
            }
        }
    }
}
