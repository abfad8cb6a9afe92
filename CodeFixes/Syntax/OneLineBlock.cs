using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.CodeFixes.Syntax;

/// <summary>Gives every statement of a block that stands on one line a line of its own, where something longer is to stand among them.</summary>
internal static class OneLineBlock
{
    /// <summary>The site with the block around <paramref name="node"/> spread out; the same site where it is so already.</summary>
    public static async Task<FixSite> ExpandAsync(FixSite site, SyntaxNode? node, CancellationToken cancellationToken)
    {
        if (node is null || StatementList.StatementAround(node)?.Parent is not BlockSyntax { Statements.Count: > 0 } block
            || site.Text.Lines.IndexOf(block.SpanStart) != site.Text.Lines.IndexOf(block.Span.End))
        {
            return site;
        }

        var layout = site.Layout(block);
        var outer = layout.NewLine + layout.IndentationAt(block.SpanStart);
        var edit = new SourceEdit();
        Break(edit, layout, block.OpenBraceToken.GetPreviousToken().Span.End, block.OpenBraceToken.SpanStart, layout.BracesOnOwnLine ? outer : " ");
        foreach (var statement in block.Statements)
        {
            Break(edit, layout, statement.GetFirstToken().GetPreviousToken().Span.End, statement.SpanStart, outer + layout.Unit);
        }

        Break(edit, layout, block.Statements.Last().Span.End, block.CloseBraceToken.SpanStart, outer);
        return await site.AfterAsync(edit, cancellationToken).ConfigureAwait(false);
    }

    private static void Break(SourceEdit edit, TextLayout layout, int from, int to, string text)
    {
        var gap = TextSpan.FromBounds(from, to);
        if (layout.IsBlank(gap))
        {
            edit.Replace(gap, text);
        }
    }
}
