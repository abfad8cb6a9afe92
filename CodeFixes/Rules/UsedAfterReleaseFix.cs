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

/// <summary>DVM2003: moves the release below the last use, where both stand in one list and control runs straight through.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UsedAfterReleaseFix))]
public sealed class UsedAfterReleaseFix : DevmapCodeFixProvider
{
    /// <summary>Equivalence key of the only fix.</summary>
    public const string MoveReleaseKey = "Devmap.UsedAfterRelease.MoveRelease";

    /// <summary>Creates the provider.</summary>
    public UsedAfterReleaseFix()
        : base(DiagnosticIds.UsedAfterRelease)
    {
    }

    private protected override async Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken)
    {
        if (site.Target is not { } target || site.ObjectName is not { } name || ReleaseOf(site) is not { } release
            || StatementList.OfMember(release) is not { } list || list.IndexOf(target) <= list.IndexOf(release))
        {
            return Array.Empty<ProposedFix>();
        }

        var edit = new SourceEdit();
        if (!Move(edit, site, list, release, name, cancellationToken))
        {
            return Array.Empty<ProposedFix>();
        }

        var result = await site.AfterAsync(edit, cancellationToken).ConfigureAwait(false);
        return new[] { new ProposedFix($"Release '{name}' after its last use", MoveReleaseKey, result) };
    }

    /// <summary>The statement of the release that the story ends with.</summary>
    private static ExpressionStatementSyntax? ReleaseOf(FixSite site)
    {
        var call = site.StepWithRole("release");
        while (call is not null and not StatementSyntax)
        {
            call = call.Parent;
        }

        return call as ExpressionStatementSyntax;
    }

    private static bool Move(
        SourceEdit edit, FixSite site, StatementList list, ExpressionStatementSyntax release, string name, CancellationToken cancellationToken)
    {
        var first = list.IndexOf(release);
        var uses = ObjectUses.Find(site, release, name, release: null, list.Container, cancellationToken)
            .Where(use => use.Name.SpanStart > release.Span.End).ToList();
        if (uses.Count == 0 || uses.Any(use => use.Kind == ObjectUseKind.Overwrite))
        {
            return false;
        }

        var last = uses.Max(use => list.IndexOf(use.Name));
        var crossed = list.Statements.Skip(first + 1).Take(last - first).ToList();
        var exit = crossed.LastOrDefault() as ReturnStatementSyntax;
        if (crossed.Take(crossed.Count - 1).Any(MayLeave) || (exit is null && MayLeave(crossed[crossed.Count - 1])))
        {
            return false;
        }

        var line = release.ToString();
        if (exit is null)
        {
            StatementInserter.After(edit, site, crossed[crossed.Count - 1], new[] { line });
        }
        else if (!KeepValue(edit, site, exit, line, cancellationToken))
        {
            return false;
        }

        return StatementRemover.Remove(edit, site, release);
    }

    /// <summary>The last use is in the value that is returned: it is computed before the release.</summary>
    private static bool KeepValue(SourceEdit edit, FixSite site, ReturnStatementSyntax exit, string release, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        if (exit.Expression is null || !KeptValue.TryKeep(edit, site, exit, exit.Expression, lines, cancellationToken))
        {
            return false;
        }

        lines.Add(release);
        return StatementInserter.Before(edit, site, exit, lines);
    }

    private static bool MayLeave(StatementSyntax statement) =>
        statement.DescendantNodesAndSelf(node => !StatementList.IsFunction(node)).Any(node =>
            node is ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or BreakStatementSyntax or ContinueStatementSyntax
                or GotoStatementSyntax or YieldStatementSyntax or LabeledStatementSyntax or LocalFunctionStatementSyntax);
}
