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

/// <summary>DVM2008: moves the acquire before the store that makes the object visible.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PublishedBeforeAcquiredFix))]
public sealed class PublishedBeforeAcquiredFix : DevmapCodeFixProvider
{
    /// <summary>Equivalence key of the only fix.</summary>
    public const string AcquireFirstKey = "Devmap.PublishedBeforeAcquired.AcquireFirst";

    /// <summary>Creates the provider.</summary>
    public PublishedBeforeAcquiredFix()
        : base(DiagnosticIds.PublishedBeforeAcquired)
    {
    }

    private protected override async Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken)
    {
        if (site.ObjectName is not { } name
            || site.Target is not { } store || StatementList.StatementAround(store) is not { } published
            || site.StepWithRole("acquire") is not { } acquire || StatementOf(acquire, name) is not { } taken
            || StatementList.OfMember(published) is not { } list || list.IndexOf(taken) <= list.IndexOf(published) || taken.Parent != list.Container)
        {
            return Array.Empty<ProposedFix>();
        }

        var edit = new SourceEdit();
        if (!StatementInserter.Before(edit, site, published, new[] { taken.ToString() }) || !StatementRemover.Remove(edit, site, taken))
        {
            return Array.Empty<ProposedFix>();
        }

        var result = await site.AfterAsync(edit, cancellationToken).ConfigureAwait(false);
        return new[] { new ProposedFix($"Take the reference to '{name}' first", AcquireFirstKey, result) };
    }

    /// <summary>The statement that is nothing but the acquire, and speaks of the object by the name that it has before the store.</summary>
    private static ExpressionStatementSyntax? StatementOf(SyntaxNode acquire, string name)
    {
        var call = acquire.FirstAncestorOrSelf<InvocationExpressionSyntax>();
        SyntaxNode? whole = call;
        while (whole?.Parent is ConditionalAccessExpressionSyntax)
        {
            whole = whole.Parent;
        }

        return whole?.Parent is ExpressionStatementSyntax statement
            && statement.DescendantNodes().OfType<IdentifierNameSyntax>().FirstOrDefault() is { } first && first.Identifier.ValueText == name
            ? statement
            : null;
    }
}
