using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.Tests.Unit.VerificationTests.Toys;

/// <summary>Turns <c>badX</c> into <c>goodX</c>, but into <c>bestX</c> when asked for all of a document.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class BatchOnlyFix : RenameFix
{
    public override FixAllProvider? GetFixAllProvider() => new DocumentOnly();

    protected override string? Rename(string name) => "good" + name["bad".Length..];

    private sealed class DocumentOnly : FixAllProvider
    {
        public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document];

        public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
        {
            var document = fixAllContext.Document!;
            var root = (await document.GetSyntaxRootAsync(fixAllContext.CancellationToken).ConfigureAwait(false))!;
            var nodes = new List<VariableDeclaratorSyntax>();
            foreach (var diagnostic in await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false))
            {
                nodes.Add(root.FindToken(diagnostic.Location.SourceSpan.Start).Parent!.FirstAncestorOrSelf<VariableDeclaratorSyntax>()!);
            }

            var changed = root.ReplaceNodes(
                nodes,
                (node, _) => node.WithIdentifier(SyntaxFactory.Identifier("best" + node.Identifier.Text["bad".Length..])));
            return CodeAction.Create("Rename all", _ => Task.FromResult(document.WithSyntaxRoot(changed)), Key);
        }
    }
}
