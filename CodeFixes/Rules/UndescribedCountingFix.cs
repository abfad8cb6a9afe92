using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.ContractFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Devmap.CodeFixes.Rules;

/// <summary>DVM3008: writes the lines that describe the method, and those that go with it, into the contract file.</summary>
/// <remarks>No document of the project changes, so it shares nothing with the fixes that edit code.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UndescribedCountingFix))]
public sealed class UndescribedCountingFix : CodeFixProvider
{
    /// <summary>Equivalence key of the fix that writes the lines.</summary>
    public const string DescribeKey = "Devmap.UndescribedCounting.Describe";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.UndescribedCounting);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => ContractFileFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Project project = context.Document.Project;
        string file = await ContractFileEdit.NameAsync(project, context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            ImmutableArray<string> entries = ContractFileFixAllProvider.EntriesOf(diagnostic).ToImmutableArray();
            if (!entries.IsEmpty)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Describe it in {file}: {entries[0]}",
                        async cancellationToken => (await ContractFileEdit.AddAsync(project, entries, cancellationToken).ConfigureAwait(false)).Solution,
                        DescribeKey),
                    diagnostic);
            }
        }
    }
}
