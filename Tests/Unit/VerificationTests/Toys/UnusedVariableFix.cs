using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.Tests.Unit.VerificationTests.Toys;

/// <summary>Removes a local variable that the compiler calls unused.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UnusedVariableFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["CS0168"];

    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        var statement = root.FindToken(context.Span.Start).Parent!.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()!;
        var changed = root.RemoveNode(statement, SyntaxRemoveOptions.KeepNoTrivia)!;
        context.RegisterCodeFix(
            CodeAction.Create("Remove", _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), "Remove"),
            context.Diagnostics);
    }
}
