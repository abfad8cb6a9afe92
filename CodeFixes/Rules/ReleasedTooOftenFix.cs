using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Rules;

/// <summary>DVM2002: removes the release that is one too many, where it is a statement of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReleasedTooOftenFix))]
public sealed class ReleasedTooOftenFix : DevmapCodeFixProvider
{
    /// <summary>Equivalence key of the fix that removes the reported release.</summary>
    public const string RemoveReleaseKey = "Devmap.ReleasedTooOften.RemoveRelease";

    /// <summary>Equivalence key of the fix that removes the release before the reported one, which other paths need.</summary>
    public const string RemoveEarlierReleaseKey = "Devmap.ReleasedTooOften.RemoveEarlierRelease";

    /// <summary>Creates the provider.</summary>
    public ReleasedTooOftenFix()
        : base(DiagnosticIds.ReleasedTooOften)
    {
    }

    private protected override bool FixesAreInterchangeable => true;

    private protected override async Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken)
    {
        var none = Array.Empty<ProposedFix>();
        if (site.Target is not { } target || StatementOf(target) is not { } surplus)
        {
            return none;
        }

        var name = site.ObjectName;
        var earlier = site.StepWithRole("release") is { } step && step != target ? StatementOf(step) : null;
        if (earlier is null ? site.StepWithRole("release") is null && site.Property(DiagnosticProperties.RightElsewhere) is null : ControlReach.AlwaysPrecedes(earlier, surplus))
        {
            var what = name is null ? "Remove the surplus release" : $"Remove the surplus release of '{name}'";
            return await RemoveAsync(site, new[] { surplus }, what, RemoveReleaseKey, cancellationToken).ConfigureAwait(false);
        }

        if (name is null || earlier is null)
        {
            return none;
        }

        var repeated = EarlierReleases(site, surplus, earlier, name, cancellationToken);
        return await RemoveAsync(site, repeated, $"Remove the earlier release of '{name}'", RemoveEarlierReleaseKey, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<ProposedFix>> RemoveAsync(
        FixSite site, IReadOnlyList<StatementSyntax> statements, string title, string key, CancellationToken cancellationToken)
    {
        var edit = new SourceEdit();
        if (statements.Count == 0 || !statements.All(statement => StatementRemover.Remove(edit, site, statement)))
        {
            return Array.Empty<ProposedFix>();
        }

        var result = await site.AfterAsync(edit, cancellationToken).ConfigureAwait(false);
        return new[] { new ProposedFix(title, key, result) };
    }

    /// <summary>
    /// The releases on some paths that make the reported one surplus, where it runs on all of these paths and others need
    /// it: those in the <c>try</c> of its <c>finally</c>, or the one in a branch before it.
    /// </summary>
    private static IReadOnlyList<StatementSyntax> EarlierReleases(
        FixSite site, StatementSyntax surplus, StatementSyntax earlier, string name, CancellationToken cancellationToken)
    {
        var none = Array.Empty<StatementSyntax>();
        if (surplus.FirstAncestorOrSelf<FinallyClauseSyntax>() is { Parent: TryStatementSyntax @try } && @try.Block.Span.Contains(earlier.Span))
        {
            var releases = ReleasesIn(site, @try, name, cancellationToken).Where(use => use.Name.SpanStart < @try.Finally!.SpanStart).ToList();
            return releases.All(use => use.ReleaseStatement is not null) && releases.Any(use => use.ReleaseStatement == earlier)
                ? releases.Select(use => use.ReleaseStatement!).ToList()
                : none;
        }

        if (StatementList.OfMember(surplus) is not { } list || list.IndexOf(earlier) is var first && (first < 0 || first >= list.IndexOf(surplus)))
        {
            return none;
        }

        var flow = site.Model.AnalyzeControlFlow(list.Statements[first], list.Statements[list.IndexOf(surplus) - 1]);
        return flow is { Succeeded: true, EndPointIsReachable: true, ExitPoints.IsEmpty: true }
            && ReleasesIn(site, list.Statements[first], name, cancellationToken).Any(use => use.ReleaseStatement == earlier)
                ? new[] { earlier }
                : none;
    }

    private static IEnumerable<ObjectUse> ReleasesIn(FixSite site, SyntaxNode scope, string name, CancellationToken cancellationToken) =>
        ObjectUses.Find(site, scope, name, site.CallOn(DiagnosticProperties.ReleaseCall, name), scope, cancellationToken)
            .Where(use => use.Kind == ObjectUseKind.Release);

    /// <summary>The statement that is nothing but the release, in its plain, its <c>?.</c> or its awaited form.</summary>
    private static ExpressionStatementSyntax? StatementOf(SyntaxNode release)
    {
        var call = release.FirstAncestorOrSelf<InvocationExpressionSyntax>() ?? release;
        while (call.Parent is ConditionalAccessExpressionSyntax or AwaitExpressionSyntax or ParenthesizedExpressionSyntax)
        {
            call = call.Parent;
        }

        return call.Parent as ExpressionStatementSyntax;
    }
}
