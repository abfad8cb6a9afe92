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

/// <summary>DVM1004: installs the page itself, or takes out the flag that lets frame numbers in.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PageMappedByPfnFix))]
public sealed class PageMappedByPfnFix : DevmapCodeFixProvider
{
    /// <summary>Equivalence key of the fix that installs the page.</summary>
    public const string InsertPageKey = "Devmap.PageMappedByPfn.InsertPage";

    /// <summary>Equivalence key of the fix that takes the flag out.</summary>
    public const string DropFlagKey = "Devmap.PageMappedByPfn.DropFlag";

    private const string InsertPage = "InsertPage";
    private const string PfnOfPage = "Pfn";

    /// <summary>Creates the provider.</summary>
    public PageMappedByPfnFix()
        : base(DiagnosticIds.PageMappedByPfn)
    {
    }

    // The two are of different mistakes: no place has both.
    private protected override bool FixesAreInterchangeable => true;

    private protected override async Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken)
    {
        var edit = new SourceEdit();
        if (site.Property(DiagnosticProperties.RejectedFlag) is { } flag)
        {
            if (site.Target is ExpressionSyntax flags && FlagRemover.Remove(edit, site, flags, flag, cancellationToken))
            {
                return new[] { new ProposedFix($"Drop {flag}", DropFlagKey, await site.AfterAsync(edit, cancellationToken).ConfigureAwait(false)) };
            }
        }
        else if (TryInstallPage(edit, site, out var page))
        {
            return new[] { new ProposedFix($"Install '{page}' itself", InsertPageKey, await site.AfterAsync(edit, cancellationToken).ConfigureAwait(false)) };
        }

        return Array.Empty<ProposedFix>();
    }

    // A page that nothing holds cannot go in: then there is more to repair than the call.
    private static bool TryInstallPage(SourceEdit edit, FixSite site, out string page)
    {
        page = string.Empty;
        if (site.Property(DiagnosticProperties.OwnerIsHeld) is null
            || site.Target is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: PfnOfPage } pfn
            || pfn.Parent is not ArgumentSyntax { NameColon: null, Parent.Parent: InvocationExpressionSyntax call })
        {
            return false;
        }

        var name = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        if (name is null)
        {
            return false;
        }

        page = pfn.Expression.ToString();
        edit.Replace(name.Span, InsertPage);
        edit.Replace(pfn.Span, page);
        return true;
    }
}
