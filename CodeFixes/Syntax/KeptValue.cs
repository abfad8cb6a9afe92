using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Syntax;

/// <summary>Computes the value of a <c>return</c>, <c>throw</c> or assignment into a local, so that a release can stand between.</summary>
internal static class KeptValue
{
    /// <summary>
    /// Puts the local into <paramref name="lines"/> and its name in the place of <paramref name="value"/>. False where
    /// the value lives only as long as the object, or cannot be a local.
    /// </summary>
    public static bool TryKeep(
        SourceEdit edit, FixSite site, StatementSyntax exit, ExpressionSyntax value, List<string> lines, CancellationToken cancellationToken)
    {
        var info = site.Model.GetTypeInfo(value, cancellationToken);
        if (info.ConvertedType is not { TypeKind: not TypeKind.Error } type || type.IsRefLikeType || value is RefExpressionSyntax
            || IsBorrowed(site, value, cancellationToken))
        {
            return false;
        }

        var natural = info.Type is { } own && (exit is ThrowStatementSyntax || SymbolEqualityComparer.IncludeNullability.Equals(own, type));
        var name = exit is ThrowStatementSyntax
            ? LocalNames.For(site.Model, exit, "exception")
            : LocalNames.For(site.Model, value, type);
        lines.Add((natural ? "var" : type.ToMinimalDisplayString(site.Model, value.SpanStart)) + " " + name + " = " + value + ";");
        edit.Replace(value.Span, name);
        return true;
    }

    private static bool IsBorrowed(FixSite site, ExpressionSyntax value, CancellationToken cancellationToken) =>
        value.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(part =>
            site.Model.GetSymbolInfo(part, cancellationToken).Symbol is IMethodSymbol method
            && (ContractAttributes.ReturnHas(method, "BorrowedRefAttribute") || ContractAttributes.ReturnHas(method, "AliasOfAttribute")));
}
