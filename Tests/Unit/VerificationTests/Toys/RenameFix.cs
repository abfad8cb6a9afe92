using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.Tests.Unit.VerificationTests.Toys;

/// <summary>Changes the declared name as a subclass says, and nothing else.</summary>
public abstract class RenameFix : CodeFixProvider
{
    public const string Key = "Rename";

    public sealed override ImmutableArray<string> FixableDiagnosticIds => [BadNameAnalyzer.Id];

    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        var declarator = root.FindToken(context.Span.Start).Parent!.FirstAncestorOrSelf<VariableDeclaratorSyntax>()!;
        if (Rename(declarator.Identifier.Text) is { } name)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Rename to '{name}'",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(declarator, Change(declarator, name)))),
                    Key),
                context.Diagnostics);
        }
    }

    /// <summary>The new name; <see langword="null"/>: no fix is offered.</summary>
    protected abstract string? Rename(string name);

    protected virtual VariableDeclaratorSyntax Change(VariableDeclaratorSyntax declarator, string name) =>
        declarator.WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(declarator.Identifier));
}
