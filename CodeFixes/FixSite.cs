using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.CodeFixes;

/// <summary>One diagnostic in one state of its document: what a fix reads, and how it gets to the next state.</summary>
internal sealed class FixSite
{
    private FixSite(
        Document document, SourceText text, SyntaxNode root, SemanticModel model, Diagnostic diagnostic, FixAnchors anchors, ImmutableArray<SourceEdit> edits)
    {
        Document = document;
        Text = text;
        Root = root;
        Model = model;
        Diagnostic = diagnostic;
        Anchors = anchors;
        Edits = edits;
    }

    public Document Document { get; }

    public SourceText Text { get; }

    public SyntaxNode Root { get; }

    public SemanticModel Model { get; }

    public Diagnostic Diagnostic { get; }

    public FixAnchors Anchors { get; }

    /// <summary>The edits that led here from the document that the fix was asked for, in order.</summary>
    public ImmutableArray<SourceEdit> Edits { get; }

    /// <summary>The node under the squiggle; <see langword="null"/> once an edit has replaced it.</summary>
    public SyntaxNode? Target => NodeAt(Anchors.Target);

    /// <summary>The name of the object that the diagnostic speaks of.</summary>
    public string? ObjectName => Property(DiagnosticProperties.Object);

    public static async Task<FixSite?> CreateAsync(Document document, Diagnostic diagnostic, FixAnchors? anchors, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return root is null || model is null
            ? null
            : new FixSite(document, text, root, model, diagnostic, anchors ?? FixAnchors.Of(diagnostic, root), ImmutableArray<SourceEdit>.Empty);
    }

    public string? Property(string key) =>
        Diagnostic.Properties.TryGetValue(key, out var value) && !string.IsNullOrEmpty(value) ? value : null;

    /// <summary>A call that a property describes, <c>{0}.Put()</c> for example, on <paramref name="name"/>.</summary>
    public string? CallOn(string key, string name) => Property(key)?.Replace("{0}", name);

    public SyntaxNode? NodeAt(TextSpan? span) =>
        span is { } known && Root.FullSpan.Contains(known) ? Root.FindNode(known, getInnermostNodeForTie: true) : null;

    /// <summary>The last step of the story that has the <paramref name="role"/>.</summary>
    public SyntaxNode? StepWithRole(string role)
    {
        var words = (Property(DiagnosticProperties.StoryRoles) ?? string.Empty).Split(';');
        for (var index = System.Math.Min(words.Length, Anchors.Steps.Length) - 1; index >= 0; index--)
        {
            if (words[index] == role && NodeAt(Anchors.Steps[index]) is { } node)
            {
                return node;
            }
        }

        return null;
    }

    public TextLayout Layout(SyntaxNode near) => new(Text, Root, near);

    /// <summary>The same diagnostic after <paramref name="edit"/>.</summary>
    public async Task<FixSite> AfterAsync(SourceEdit edit, CancellationToken cancellationToken)
    {
        if (edit.IsEmpty)
        {
            return this;
        }

        var document = Document.WithText(edit.Apply(Text));
        var next = await CreateAsync(document, Diagnostic, Anchors.After(edit), cancellationToken).ConfigureAwait(false);
        return new FixSite(next!.Document, next.Text, next.Root, next.Model, Diagnostic, next.Anchors, Edits.Add(edit));
    }
}
