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

/// <summary>DVM3003: takes away what is written on the element, so that what is written above holds.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ContractWeakenedByOverrideFix))]
public sealed class ContractWeakenedByOverrideFix : DevmapCodeFixProvider
{
    /// <summary>Equivalence key of the only fix.</summary>
    public const string InheritKey = "Devmap.ContractWeakenedByOverride.Inherit";

    /// <summary>Creates the provider.</summary>
    public ContractWeakenedByOverrideFix()
        : base(DiagnosticIds.ContractWeakenedByOverride)
    {
    }

    private protected override async Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken)
    {
        var attributes = site.Anchors.Steps
            .Select(step => site.NodeAt(step)?.FirstAncestorOrSelf<AttributeSyntax>())
            .ToList();
        if (attributes.Count == 0 || attributes.Contains(null))
        {
            return Array.Empty<ProposedFix>();
        }

        var edit = new SourceEdit();
        AttributeRemover.Remove(edit, site.Text, attributes.Select(attribute => attribute!).ToArray());
        var result = await site.AfterAsync(edit, cancellationToken).ConfigureAwait(false);
        return new[] { new ProposedFix("Inherit the contract", InheritKey, result) };
    }
}
