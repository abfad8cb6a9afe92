using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Devmap.CodeFixes.Rules;

/// <summary>DVM2009: takes a reference before the call that requires one, and gives it up when the call is over.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingReferenceFix))]
public sealed class MissingReferenceFix : DevmapCodeFixProvider
{
    /// <summary>Equivalence key of the only fix.</summary>
    public const string TakeReferenceKey = "Devmap.MissingReference.TakeReference";

    /// <summary>Creates the provider.</summary>
    public MissingReferenceFix()
        : base(DiagnosticIds.MissingReference)
    {
    }

    private protected override async Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken) =>
        await TakenReference.AroundAsync(site, cancellationToken).ConfigureAwait(false) is { } result
            ? new[] { new ProposedFix($"Take a reference to '{site.ObjectName}' around the call", TakeReferenceKey, result) }
            : Array.Empty<ProposedFix>();
}
