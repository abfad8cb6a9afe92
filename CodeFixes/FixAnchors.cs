using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Devmap.Analyzers;
using Devmap.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.CodeFixes;

/// <summary>
/// The places that a diagnostic speaks of, in one text. They are followed through every edit, so that the edits of
/// other diagnostics may lie before, behind or around them.
/// </summary>
internal sealed class FixAnchors
{
    private const string EndOfBody = "end";

    private FixAnchors(TextSpan? target, ImmutableArray<TextSpan?> steps, ImmutableArray<TextSpan?> exits, bool leaksAtEnd)
    {
        Target = target;
        Steps = steps;
        Exits = exits;
        LeaksAtEnd = leaksAtEnd;
    }

    /// <summary>The squiggle; <see langword="null"/> once an edit has replaced it.</summary>
    public TextSpan? Target { get; }

    /// <summary>The steps of the story; <see langword="null"/> for one in another file.</summary>
    public ImmutableArray<TextSpan?> Steps { get; }

    /// <summary>The statements that leave the body with the reference still held.</summary>
    public ImmutableArray<TextSpan?> Exits { get; }

    /// <summary>Whether the reference is still held where control runs off the end of the body.</summary>
    public bool LeaksAtEnd { get; }

    public static FixAnchors Of(Diagnostic diagnostic, SyntaxNode root)
    {
        var tree = diagnostic.Location.SourceTree;
        var steps = diagnostic.AdditionalLocations
            .Select(location => location.SourceTree == tree ? location.SourceSpan : (TextSpan?)null);
        diagnostic.Properties.TryGetValue(DiagnosticProperties.LeakExits, out var listed);
        var words = (listed ?? string.Empty).Split(';').Where(word => word.Length > 0).ToList();
        var exits = words.Where(word => word != EndOfBody).Select(word => StatementAt(word, root));
        return new FixAnchors(
            diagnostic.Location.SourceSpan, steps.ToImmutableArray(), exits.ToImmutableArray(), words.Contains(EndOfBody));
    }

    public FixAnchors After(SourceEdit edit) =>
        new(Map(edit, Target), Map(edit, Steps), Map(edit, Exits), LeaksAtEnd);

    private static TextSpan? Map(SourceEdit edit, TextSpan? span) => span is { } known ? edit.Map(known) : null;

    private static ImmutableArray<TextSpan?> Map(SourceEdit edit, ImmutableArray<TextSpan?> spans) =>
        spans.Select(span => Map(edit, span)).ToImmutableArray();

    private static TextSpan? StatementAt(string position, SyntaxNode root)
    {
        if (!int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var start) || start >= root.FullSpan.End)
        {
            return null;
        }

        var nodes = root.FindToken(start).Parent!.AncestorsAndSelf().TakeWhile(node => node.SpanStart == start).ToList();
        return nodes.OfType<StatementSyntax>().FirstOrDefault()?.Span
            ?? nodes.Select(LeavingPart).FirstOrDefault(part => part is not null)?.Span
            ?? nodes.LastOrDefault(node => node is ExpressionSyntax)?.Span;
    }

    /// <summary>What will be, or stand in, the statement that leaves, when the node itself is none.</summary>
    private static SyntaxNode? LeavingPart(SyntaxNode node) => node switch
    {
        ArrowExpressionClauseSyntax arrow => arrow.Expression,
        LambdaExpressionSyntax lambda => lambda.ExpressionBody,
        VariableDeclaratorSyntax declarator => declarator.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>(),
        _ => null,
    };
}
