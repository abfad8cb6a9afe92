using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Syntax;

/// <summary>
/// Brings a place into the one form that the edits know: a statement in a list of statements. An expression body
/// becomes a block, an embedded statement gets braces.
/// </summary>
internal static class ListedStatement
{
    /// <summary>As <see cref="EnsureAsync"/>, with the statement on a line of its own, so that others can stand beside it.</summary>
    public static async Task<FixSite?> OnLineOfItsOwnAsync(FixSite site, Func<FixSite, SyntaxNode?> place, CancellationToken cancellationToken) =>
        await EnsureAsync(site, place, cancellationToken).ConfigureAwait(false) is { } listed
            ? await OneLineBlock.ExpandAsync(listed, place(listed), cancellationToken).ConfigureAwait(false)
            : null;

    /// <summary>
    /// The site with the innermost statement around <paramref name="place"/> standing in a list; <see langword="null"/>
    /// where that cannot be.
    /// </summary>
    public static async Task<FixSite?> EnsureAsync(FixSite site, Func<FixSite, SyntaxNode?> place, CancellationToken cancellationToken)
    {
        var node = place(site);
        if (node is not null && ExpressionBody.OwnerOf(node) is { } owner)
        {
            var toBlock = ExpressionBody.ToBlock(site, owner, cancellationToken);
            site = toBlock is null ? site : await site.AfterAsync(toBlock, cancellationToken).ConfigureAwait(false);
            node = place(site);
        }

        if (node is not null && StatementList.InnermostStatement(node) is { } statement && EmbeddedStatement.IsEmbedded(statement))
        {
            var braces = new SourceEdit();
            EmbeddedStatement.AddBraces(braces, site, statement);
            site = await site.AfterAsync(braces, cancellationToken).ConfigureAwait(false);
            node = place(site);
        }

        return node is not null && Of(node) is not null ? site : null;
    }

    /// <summary>The innermost statement around <paramref name="node"/> when it stands in a list.</summary>
    public static StatementSyntax? Of(SyntaxNode? node) =>
        node is not null && StatementList.InnermostStatement(node) is { } statement && StatementList.OfMember(statement) is not null
            ? statement
            : null;
}
