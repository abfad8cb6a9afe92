using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Rules;

/// <summary>DVM1003: holds the pgmap from before the lookup of the page to its last use, or asks the page for a reference.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingPgMapReferenceFix))]
public sealed class MissingPgMapReferenceFix : DevmapCodeFixProvider
{
    /// <summary>Equivalence key of the fix that holds the pgmap.</summary>
    public const string HoldPgMapKey = "Devmap.MissingPgMapReference.HoldPgMap";

    /// <summary>Equivalence key of the fix that asks for a reference where one was taken for granted.</summary>
    public const string AskKey = "Devmap.MissingPgMapReference.Ask";

    /// <summary>Creates the provider.</summary>
    public MissingPgMapReferenceFix()
        : base(DiagnosticIds.MissingPgMapReference)
    {
    }

    // The two are of different mistakes: no place has both.
    private protected override bool FixesAreInterchangeable => true;

    private protected override async Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken)
    {
        var none = Array.Empty<ProposedFix>();
        if (site.Property(DiagnosticProperties.TakesOne) is not null)
        {
            // The range keeps the page, but gives it no count that one could be taken on top of.
            return await AskedAcquire.InsteadAsync(site, cancellationToken).ConfigureAwait(false) is { } asked
                ? new[] { new ProposedFix($"Take a reference to '{site.ObjectName}' if there is one", AskKey, asked) }
                : none;
        }

        var prepared = await ListedStatement.OnLineOfItsOwnAsync(site, LookupOf, cancellationToken).ConfigureAwait(false);
        if (prepared?.Target is not { } target || LookupOf(prepared) is not { } lookup
            || PgMapContract.Find(prepared, lookup, cancellationToken) is not { } contract
            || ListedStatement.Of(lookup) is not { } statement || StatementList.OfMember(statement) is not { } list || !list.Contains(target))
        {
            return none;
        }

        var pgmap = LocalNames.For(prepared.Model, statement, PgMapContract.Kind);
        var failure = FailureExit.OfNullTest(statement, site.ObjectName)
            ?? FailureExit.Later(prepared, statement, cancellationToken)
            ?? FailureExit.Throw(prepared, statement, "InvalidOperationException", "The device memory is gone.");
        var before = new List<string> { contract.Acquire(prepared, statement, pgmap) };
        before.AddRange(prepared.Layout(statement).Braced($"if ({pgmap} is null)", failure.Statement));

        var first = list.IndexOf(statement);
        var names = NamesOf(prepared, lookup, target);
        var last = DependentStatements.Last(prepared, list, first, candidate => candidate.Span.Contains(target.Span) || Mentions(candidate, names));
        var edit = new SourceEdit();
        var wrapper = new TryFinallyWrapper(prepared, list, statement) { Before = before, MovesComments = false };
        if (!wrapper.TryWrap(edit, first, last, new[] { contract.Release(pgmap) }, cancellationToken))
        {
            return none;
        }

        var result = await prepared.AfterAsync(edit, cancellationToken).ConfigureAwait(false);
        var what = site.ObjectName is { } name ? $"'{name}'" : "the page";
        return new[] { new ProposedFix($"Hold the pgmap while {what} is used", HoldPgMapKey, result) };
    }

    /// <summary>The call that looked the page up: the step of the story, or what the local was declared with.</summary>
    private static InvocationExpressionSyntax? LookupOf(FixSite site)
    {
        if (site.StepWithRole("lookup")?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } step)
        {
            return step;
        }

        return site.Target is { } target && site.ObjectName is { } name
            && ObjectUses.Resolve(site, target, name)?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax declarator
                ? declarator.Initializer?.Value.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault()
                : null;
    }

    private static HashSet<string> NamesOf(FixSite site, SyntaxNode lookup, SyntaxNode target)
    {
        var names = new HashSet<string>();
        if (site.ObjectName is { } name)
        {
            names.Add(name);
        }

        if (lookup.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is { } declarator && !declarator.Span.Contains(target.Span))
        {
            names.Add(declarator.Identifier.ValueText);
        }

        return names;
    }

    private static bool Mentions(StatementSyntax statement, HashSet<string> names) =>
        statement.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText));
}
