using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Rules;

/// <summary>DVM1001: takes a reference before the page goes into the page table, and gives it up when it is there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnreferencedPageInstalledFix))]
public sealed class UnreferencedPageInstalledFix : DevmapCodeFixProvider
{
    /// <summary>Equivalence key of the only fix.</summary>
    public const string TakeReferenceKey = "Devmap.UnreferencedPageInstalled.TakeReference";

    /// <summary>Creates the provider.</summary>
    public UnreferencedPageInstalledFix()
        : base(DiagnosticIds.UnreferencedPageInstalled)
    {
    }

    private protected override async Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken) =>
        site.Target is IdentifierNameSyntax { Identifier.ValueText: var name } && name == site.ObjectName
        && await TakenReference.AroundAsync(site, cancellationToken).ConfigureAwait(false) is { } result
            ? new[] { new ProposedFix($"Take a reference to '{name}' around the install", TakeReferenceKey, result) }
            : Array.Empty<ProposedFix>();
}
