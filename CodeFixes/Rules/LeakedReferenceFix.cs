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

/// <summary>
/// DVM2001: releases the object where it leaks, or in a <c>finally</c> block over everything that depends on it. The
/// smaller of the two edits that are right is the first.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LeakedReferenceFix))]
public sealed class LeakedReferenceFix : DevmapCodeFixProvider
{
    /// <summary>Equivalence key of the fix that inserts the release before each exit that leaks.</summary>
    public const string InsertReleaseKey = "Devmap.LeakedReference.InsertRelease";

    /// <summary>Equivalence key of the fix that releases in a <c>finally</c> block.</summary>
    public const string ReleaseInFinallyKey = "Devmap.LeakedReference.ReleaseInFinally";

    private const string Dropped = "dropped";

    /// <summary>Creates the provider.</summary>
    public LeakedReferenceFix()
        : base(DiagnosticIds.LeakedReference)
    {
    }

    private protected override bool FixesAreInterchangeable => true;

    private protected override async Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken)
    {
        var prepared = await PrepareAsync(site, cancellationToken).ConfigureAwait(false);
        if (prepared is not null && site.Property(DiagnosticProperties.LeakShape) == Dropped)
        {
            return await DroppedObject.ReleaseAsync(prepared, cancellationToken).ConfigureAwait(false) is var (named, name)
                ? new[] { new ProposedFix($"Name the object '{name}' and release it", InsertReleaseKey, named) }
                : Array.Empty<ProposedFix>();
        }

        if (prepared is null || Leak.Find(prepared, cancellationToken) is not { } leak)
        {
            return Array.Empty<ProposedFix>();
        }

        var insertion = await InsertAsync(leak, cancellationToken).ConfigureAwait(false);
        var wrapping = await WrapAsync(leak, cancellationToken).ConfigureAwait(false);
        var first = IsSmallerEdit(leak, cancellationToken) ? insertion : wrapping;
        var second = first == insertion ? wrapping : insertion;
        return new[] { first, second }.Where(fix => fix is not null).Select(fix => fix!).ToList();
    }

    /// <summary>Brings the acquire, or the body of the function whose parameter leaks, into a list of statements.</summary>
    private static async Task<FixSite?> PrepareAsync(FixSite site, CancellationToken cancellationToken)
    {
        if (site.Target?.FirstAncestorOrSelf<ParameterSyntax>() is null)
        {
            return await ListedStatement.EnsureAsync(site, current => current.Target, cancellationToken).ConfigureAwait(false);
        }

        var function = site.Target.FirstAncestorOrSelf<ParameterSyntax>()!.Parent?.Parent;
        var owner = function is LambdaExpressionSyntax { ExpressionBody: not null }
            || (function?.ChildNodes().OfType<ArrowExpressionClauseSyntax>().Any() ?? false)
                ? function
                : null;
        return owner is not null && ExpressionBody.ToBlock(site, owner, cancellationToken) is { } edit
            ? await site.AfterAsync(edit, cancellationToken).ConfigureAwait(false)
            : site;
    }

    private static async Task<ProposedFix?> InsertAsync(Leak leak, CancellationToken cancellationToken)
    {
        if (leak.Site.Property(DiagnosticProperties.LeakByCall) is not null)
        {
            return null;
        }

        var insertion = new ReleaseInsertion(leak.Site, leak.Region, leak.Uses, cancellationToken);
        var edit = new SourceEdit();
        if (!insertion.FindPlaces() || insertion.Exits.Any(IsYieldReturn) || !insertion.Apply(edit, leak.Name, leak.Release))
        {
            return null;
        }

        var result = await leak.Site.AfterAsync(edit, cancellationToken).ConfigureAwait(false);
        return new ProposedFix($"Release '{leak.Name}' {PlacesOf(insertion)}", InsertReleaseKey, result);
    }

    private static async Task<ProposedFix?> WrapAsync(Leak found, CancellationToken cancellationToken)
    {
        if (found.Region.IsEmpty)
        {
            return null;
        }

        var site = await OneLineBlock.ExpandAsync(found.Site, found.Region.List.Statements[found.Region.First], cancellationToken).ConfigureAwait(false);
        if (Leak.Find(site, cancellationToken) is not { } leak)
        {
            return null;
        }

        var wrapping = new ReleaseInFinally(site, leak.Region, leak.Uses, cancellationToken);
        var edit = new SourceEdit();
        if (!wrapping.IsCertain() || !wrapping.Apply(edit, leak.Release))
        {
            return null;
        }

        var result = await site.AfterAsync(edit, cancellationToken).ConfigureAwait(false);
        return new ProposedFix($"Release '{leak.Name}' in a finally block", ReleaseInFinallyKey, result);
    }

    /// <summary>One release at one place does it, and nothing in between makes the place doubtful.</summary>
    private static bool IsSmallerEdit(Leak leak, CancellationToken cancellationToken)
    {
        if (leak.Uses.Any(use => use.Kind == ObjectUseKind.Release))
        {
            return true;
        }

        var insertion = new ReleaseInsertion(leak.Site, leak.Region, leak.Uses, cancellationToken);
        return insertion.FindPlaces() && insertion.Count == 1 && !insertion.KeepsValues(leak.Name)
            && !leak.Region.List.Statements.Skip(leak.Region.First).SelectMany(statement => statement.DescendantNodesAndSelf())
                .Any(node => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
                    or ThrowStatementSyntax or ThrowExpressionSyntax or YieldStatementSyntax);
    }

    // Whether the consumer of an iterator stops there or goes on nobody knows in time: only a finally runs either way.
    private static bool IsYieldReturn(SyntaxNode exit) => exit is YieldStatementSyntax { Expression: not null };

    private static string PlacesOf(ReleaseInsertion insertion)
    {
        if (insertion.AtEnd)
        {
            return insertion.Exits.Count == 0 ? "at the end of the block" : "where it is left behind";
        }

        return insertion.Exits.All(exit => exit is ReturnStatementSyntax) ? "before returning"
            : insertion.Exits.All(exit => exit is ThrowStatementSyntax) ? "before throwing"
            : insertion.Exits.All(exit => exit is ExpressionStatementSyntax) ? "before its name is reused"
            : "where it is left behind";
    }
}
