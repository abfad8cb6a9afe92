using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Devmap.CodeFixes;

/// <summary>
/// Fix All for edits that overlap (two references that are wrapped around the same statements): in each document the
/// diagnostics are fixed one after the other, in source order, each on the text that the ones before have left, exactly
/// as somebody does who takes the light bulbs from top to bottom.
/// </summary>
internal sealed class SequentialFixAllProvider : DocumentBasedFixAllProvider
{
    public static readonly SequentialFixAllProvider Instance = new();

    private SequentialFixAllProvider()
        : base(ImmutableArray.Create(FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution))
    {
    }

    protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        var cancellationToken = fixAllContext.CancellationToken;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || fixAllContext.CodeFixProvider is not DevmapCodeFixProvider provider)
        {
            return document;
        }

        var open = diagnostics
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => new KeyValuePair<Diagnostic, FixAnchors>(diagnostic, FixAnchors.Of(diagnostic, root)))
            .ToList();
        while (open.Count > 0)
        {
            var next = open[0];
            open.RemoveAt(0);
            var fix = await FixAsync(provider, document, next, fixAllContext.CodeActionEquivalenceKey, cancellationToken).ConfigureAwait(false);
            if (fix is null)
            {
                continue;
            }

            document = fix.Result.Document;
            foreach (var edit in fix.Result.Edits)
            {
                open = open
                    .Select(entry => new KeyValuePair<Diagnostic, FixAnchors>(entry.Key, entry.Value.After(edit)))
                    .ToList();
            }
        }

        return document;
    }

    private static async Task<ProposedFix?> FixAsync(
        DevmapCodeFixProvider provider, Document document, KeyValuePair<Diagnostic, FixAnchors> entry, string? equivalenceKey, CancellationToken cancellationToken)
    {
        var site = await FixSite.CreateAsync(document, entry.Key, entry.Value, cancellationToken).ConfigureAwait(false);
        return site?.Target is null ? null : await provider.ChooseAsync(site, equivalenceKey, cancellationToken).ConfigureAwait(false);
    }
}
