using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Devmap.CodeFixes.Rules;

/// <summary>DVM2009: takes a reference before the call that requires one, and gives it up when the call is over; a call that takes one itself becomes a question.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingReferenceFix))]
public sealed class MissingReferenceFix : DevmapCodeFixProvider
{
    /// <summary>Equivalence key of the fix that takes a reference around the call.</summary>
    public const string TakeReferenceKey = "Devmap.MissingReference.TakeReference";

    /// <summary>Equivalence key of the fix that asks for a reference where one was taken for granted.</summary>
    public const string AskKey = "Devmap.MissingReference.Ask";

    /// <summary>Creates the provider.</summary>
    public MissingReferenceFix()
        : base(DiagnosticIds.MissingReference)
    {
    }

    // The two are of different mistakes: no place has both.
    private protected override bool FixesAreInterchangeable => true;

    private protected override async Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken) =>
        await AskedAcquire.InsteadAsync(site, cancellationToken).ConfigureAwait(false) is { } asked
            ? new[] { new ProposedFix($"Take a reference to '{site.ObjectName}' if there is one", AskKey, asked) }
            : await TakenReference.AroundAsync(site, cancellationToken).ConfigureAwait(false) is { } result
            ? new[] { new ProposedFix($"Take a reference to '{site.ObjectName}' around the call", TakeReferenceKey, result) }
            : Array.Empty<ProposedFix>();
}
