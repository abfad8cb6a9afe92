using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Syntax;

/// <summary>
/// Wraps the statements that depend on an object in <c>try</c> and releases it in <c>finally</c>; releases that other
/// paths have already go, because <c>finally</c> does them.
/// </summary>
internal sealed class ReleaseInFinally
{
    private readonly FixSite _site;
    private readonly HeldRegion _region;
    private readonly IReadOnlyList<ObjectUse> _uses;
    private readonly bool _holdsSeveral;
    private readonly ControlReach _reach;
    private readonly CancellationToken _cancellationToken;

    public ReleaseInFinally(FixSite site, HeldRegion region, IReadOnlyList<ObjectUse> uses, CancellationToken cancellationToken)
    {
        _site = site;
        _region = region;
        _uses = uses.Where(use => use.Name.SpanStart >= region.Span.Start).ToList();
        _holdsSeveral = uses.Count(use => use.Kind == ObjectUseKind.Acquire) > 1;
        _reach = new ControlReach(site.Model, region.List.Container);
        _cancellationToken = cancellationToken;
    }

    /// <summary>Whether every way out of the region gives up exactly the one reference that <c>finally</c> will give up.</summary>
    public bool IsCertain()
    {
        if (_region.IsEmpty || _region.List.Statements.Skip(_region.First).All(statement => statement is LocalFunctionStatementSyntax))
        {
            return false;
        }

        // Of several references the releases in between may be those of another one, not made redundant by this.
        if (_holdsSeveral && _uses.Any(use => use.Kind == ObjectUseKind.Release))
        {
            return false;
        }

        var flow = _site.Model.AnalyzeControlFlow(_region.List.Statements[_region.First], _region.Last!);
        return flow is { Succeeded: true }
            && _uses.Where(use => use.EndsHold).All(use => use.ReleaseStatement is not null && _region.Contains(use.Name) && !IsInHandler(use.Name))
            && !_region.IsNeededBehind(_uses, _reach)
            && flow.ExitPoints.All(IsLeakOrReleased)
            && (!flow.EndPointIsReachable || RunsOffLeaking() || IsReleasedBefore(null));
    }

    /// <summary>Adds the wrapping to <paramref name="edit"/>. False where it is not possible.</summary>
    public bool Apply(SourceEdit edit, string release)
    {
        var last = DependentStatements.Last(_site, _region.List, _region.First, IsDependent);
        if (!new TryFinallyWrapper(_site, _region.List, _region.List.Container).TryWrap(edit, _region.First, last, new[] { release }, _cancellationToken))
        {
            return false;
        }

        return _uses.Where(use => use.Kind == ObjectUseKind.Release).All(use => StatementRemover.Remove(edit, _site, use.ReleaseStatement!));
    }

    private bool IsLeakOrReleased(SyntaxNode exit) =>
        IsListed(exit) || IsReleasedBefore(exit) || (RunsOffLeaking() && !_uses.Any(use => use.EndsHold && _reach.MayReach(use.Name, exit.SpanStart)));

    private bool IsListed(SyntaxNode exit) => _site.Anchors.Exits.Any(anchor => anchor is { } span && span.Start == exit.SpanStart);

    /// <summary>The reference leaks behind the region, so that every way out of it that is alive leaks.</summary>
    private bool RunsOffLeaking() =>
        _site.Anchors.LeaksAtEnd || _site.Anchors.Exits.Any(anchor => anchor is { } span && !_region.Span.Contains(span));

    private bool IsReleasedBefore(SyntaxNode? exit) =>
        _uses.Any(use => use.ReleaseStatement is { } release
            && (exit is null ? release.Parent == _region.List.Container : ControlReach.AlwaysPrecedes(release, exit)));

    private static bool IsInHandler(SyntaxNode node) =>
        node.Ancestors().TakeWhile(ancestor => !StatementList.IsFunction(ancestor)).Any(ancestor => ancestor is FinallyClauseSyntax or CatchClauseSyntax);

    private bool IsDependent(StatementSyntax statement) =>
        _uses.Any(use => use.ReleaseStatement != statement && statement.Span.Contains(use.Name.Span))
        || _site.Anchors.Exits.Any(anchor => anchor is { } span && statement.Span.Contains(span));
}
