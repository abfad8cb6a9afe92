using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.Tests.Unit.VerificationTests.Toys;

/// <summary>Offers, in a menu, two names whose keys are the names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class TwoChoicesFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [BadNameAnalyzer.Id];

    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        context.RegisterCodeFix(
            CodeAction.Create("Rename", [Offer(context, "first"), Offer(context, "second")], isInlinable: true),
            context.Diagnostics);
        return Task.CompletedTask;
    }

    private static CodeAction Offer(CodeFixContext context, string name) => CodeAction.Create(
        name,
        async cancellationToken =>
        {
            var text = await context.Document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            return context.Document.WithText(text.WithChanges(new TextChange(context.Span, name)));
        },
        name);
}
