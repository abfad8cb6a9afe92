using System.Collections.Generic;
using System.Composition;
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
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LeakedReferenceFix)), Shared]
public sealed class LeakedReferenceFix : DevmapCodeFixProvider
{
    /// <summary>Equivalence key of the fix that inserts the release before each exit that leaks.</summary>
    public const string InsertReleaseKey = "Devmap.LeakedReference.InsertRelease";

    /// <summary>Equivalence key of the fix that releases in a <c>finally</c> block.</summary>
    public const string ReleaseInFinallyKey = "Devmap.LeakedReference.ReleaseInFinally";

    /// <summary>Creates the provider.</summary>
    public LeakedReferenceFix()
        : base(DiagnosticIds.LeakedReference)
    {
    }

    private protected override bool FixesAreInterchangeable => true;

    private protected override async Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken)
    {
        var none = new List<ProposedFix>();
        var prepared = await PrepareAsync(site, cancellationToken).ConfigureAwait(false);
        if (prepared?.Target is not { } target || prepared.ObjectName is not { } name
            || prepared.CallOn(DiagnosticProperties.ReleaseCall, name) is not { } release
            || HeldRegion.Find(prepared, target, name, cancellationToken) is not { } region)
        {
            return none;
        }

        var scope = target.AncestorsAndSelf().FirstOrDefault(StatementList.IsFunction) ?? prepared.Root;
        var uses = ObjectUses.Find(prepared, PlaceOf(region, target), name, release, scope, cancellationToken);
        var statement = (region.MaybeNull ? WithNullTest(name, release) : release) + ";";
        var insertion = await InsertAsync(prepared, region, uses, name, statement, cancellationToken).ConfigureAwait(false);
        var wrapping = await WrapAsync(prepared, region, uses, name, statement, cancellationToken).ConfigureAwait(false);
        if (insertion is null || wrapping is null)
        {
            return insertion is not null ? new[] { insertion } : wrapping is not null ? new[] { wrapping } : none;
        }

        return IsSmallerEdit(prepared, region, uses, name, cancellationToken) ? new[] { insertion, wrapping } : new[] { wrapping, insertion };
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

    private static async Task<ProposedFix?> InsertAsync(
        FixSite site, HeldRegion region, IReadOnlyList<ObjectUse> uses, string name, string release, CancellationToken cancellationToken)
    {
        var insertion = new ReleaseInsertion(site, region, uses, cancellationToken);
        var edit = new SourceEdit();
        if (!insertion.FindPlaces() || !insertion.Apply(edit, name, release))
        {
            return null;
        }

        var result = await site.AfterAsync(edit, cancellationToken).ConfigureAwait(false);
        return new ProposedFix($"Release '{name}' {PlacesOf(insertion)}", InsertReleaseKey, result);
    }

    private static async Task<ProposedFix?> WrapAsync(
        FixSite site, HeldRegion region, IReadOnlyList<ObjectUse> uses, string name, string release, CancellationToken cancellationToken)
    {
        var wrapping = new ReleaseInFinally(site, region, uses, cancellationToken);
        var edit = new SourceEdit();
        if (!wrapping.IsCertain() || !wrapping.Apply(edit, release))
        {
            return null;
        }

        var result = await site.AfterAsync(edit, cancellationToken).ConfigureAwait(false);
        return new ProposedFix($"Release '{name}' in a finally block", ReleaseInFinallyKey, result);
    }

    /// <summary>One release at one place does it, and nothing in between makes the place doubtful.</summary>
    private static bool IsSmallerEdit(
        FixSite site, HeldRegion region, IReadOnlyList<ObjectUse> uses, string name, CancellationToken cancellationToken)
    {
        if (uses.Any(use => use.Kind == ObjectUseKind.Release))
        {
            return true;
        }

        var insertion = new ReleaseInsertion(site, region, uses, cancellationToken);
        return insertion.FindPlaces() && insertion.Count == 1 && !insertion.KeepsValues(name)
            && !region.List.Statements.Skip(region.First).SelectMany(statement => statement.DescendantNodesAndSelf())
                .Any(node => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
                    or ThrowStatementSyntax or ThrowExpressionSyntax);
    }

    private static string PlacesOf(ReleaseInsertion insertion)
    {
        if (insertion.AtEnd)
        {
            return insertion.Exits.Count == 0 ? "after its last use" : "where it is left behind";
        }

        return insertion.Exits.All(exit => exit is ReturnStatementSyntax) ? "before returning"
            : insertion.Exits.All(exit => exit is ThrowStatementSyntax) ? "before throwing"
            : insertion.Exits.All(exit => exit is ExpressionStatementSyntax) ? "before its name is reused"
            : "where it is left behind";
    }

    /// <summary>A node that sees the object: a local that a condition declares is visible behind it only.</summary>
    private static SyntaxNode PlaceOf(HeldRegion region, SyntaxNode target) =>
        region.IsEmpty ? target : region.List.Statements[region.First];

    private static string WithNullTest(string name, string release) =>
        release.StartsWith(name + ".", System.StringComparison.Ordinal)
            ? name + "?" + release.Substring(name.Length)
            : $"if ({name} != null) {release}";
}
