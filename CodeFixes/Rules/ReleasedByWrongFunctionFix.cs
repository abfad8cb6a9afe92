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

/// <summary>DVM2004: calls the function that gives up what is held, or gives it back to whom it came from.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReleasedByWrongFunctionFix))]
public sealed class ReleasedByWrongFunctionFix : DevmapCodeFixProvider
{
    /// <summary>Equivalence key of the fix that calls another function.</summary>
    public const string CallRightFunctionKey = "Devmap.ReleasedByWrongFunction.CallRightFunction";

    /// <summary>Equivalence key of the fix that gives the object back to another lender.</summary>
    public const string GiveBackToLenderKey = "Devmap.ReleasedByWrongFunction.GiveBackToLender";

    /// <summary>Creates the provider.</summary>
    public ReleasedByWrongFunctionFix()
        : base(DiagnosticIds.ReleasedByWrongFunction)
    {
    }

    private protected override bool FixesAreInterchangeable => true;

    private protected override async Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken)
    {
        if (site.Target is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax or ConditionalAccessExpressionSyntax or ArrowExpressionClauseSyntax } call)
        {
            return Array.Empty<ProposedFix>();
        }

        var edit = new SourceEdit();
        string title, key;
        if (site.Property(DiagnosticProperties.Lender) is { } lender)
        {
            if (call.Expression is not MemberAccessExpressionSyntax access)
            {
                return Array.Empty<ProposedFix>();
            }

            edit.Replace(access.Expression.Span, lender);
            (title, key) = ($"Give it back to '{lender}'", GiveBackToLenderKey);
        }
        else if (site.Property(DiagnosticProperties.ReleaseCall) is { } release && TryReplace(edit, call, release))
        {
            (title, key) = ($"Call '{release.Replace("{0}", site.ObjectName ?? "…")}' instead", CallRightFunctionKey);
        }
        else
        {
            return Array.Empty<ProposedFix>();
        }

        var result = await site.AfterAsync(edit, cancellationToken).ConfigureAwait(false);
        return new[] { new ProposedFix(title, key, result) };
    }

    /// <summary>The same object, given up by <paramref name="release"/>: <c>{0}.Unpin()</c> or <c>Marshal.FreeHGlobal({0})</c>.</summary>
    private static bool TryReplace(SourceEdit edit, InvocationExpressionSyntax call, string release)
    {
        switch (call.Expression, call.ArgumentList.Arguments.Count)
        {
            case (MemberAccessExpressionSyntax access, 0):
                edit.Replace(call.Span, release.Replace("{0}", access.Expression.ToString()));
                return true;
            case (MemberBindingExpressionSyntax, 0) when release.StartsWith("{0}.", StringComparison.Ordinal):
                edit.Replace(call.Span, release.Substring("{0}".Length));
                return true;
            case (not MemberBindingExpressionSyntax, 1) when call.ArgumentList.Arguments[0] is { NameColon: null, RefKindKeyword.RawKind: 0 } argument:
                edit.Replace(call.Span, release.Replace("{0}", argument.Expression.ToString()));
                return true;
            default:
                return false;
        }
    }
}
