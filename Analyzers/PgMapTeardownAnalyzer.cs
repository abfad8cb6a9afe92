using System.Collections.Immutable;
using System.Linq;
using Devmap.Analyzers.Gate;
using Devmap.Analyzers.Teardown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Devmap.Analyzers;

/// <summary>
/// Looks at how device ranges are taken away. It needs a whole type at once, and the order of calls rather than counts: no
/// part of the flow analysis.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PgMapTeardownAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.PgMapRemovedWhileMapped);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var members = new TeardownMembers(start.Compilation);
            if (members.PgMap is null || SymbolEqualityComparer.Default.Equals(members.PgMap.ContainingAssembly, start.Compilation.Assembly))
            {
                return;
            }

            start.RegisterSymbolStartAction(
                type =>
                {
                    // By name first: nearly no type takes a range away.
                    if (!type.Symbol.DeclaringSyntaxReferences.Any(part => TreeNames.Any(part.SyntaxTree, TeardownMembers.RemovalNames, type.CancellationToken)))
                    {
                        return;
                    }

                    var check = new TeardownCheck(members, type.Compilation);
                    type.RegisterOperationBlockAction(check.Collect);
                    type.RegisterSymbolEndAction(check.Report);
                },
                SymbolKind.NamedType);
        });
    }
}
