using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM3008: a call of a method that counts by its name and has no contract.</summary>
internal static class UndescribedCounting
{
    /// <param name="call">The call.</param>
    /// <param name="lines">The lines of a contract file that would say it, that of the method itself first.</param>
    public static Diagnostic Report(IInvocationOperation call, ImmutableArray<string> lines)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty
            .Add(DiagnosticProperties.ContractEntries, string.Join("\n", lines));
        return Diagnostic.Create(
            Descriptors.UndescribedCounting,
            PlaceOf(call.Syntax).GetLocation(),
            properties,
            $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}",
            lines[0]);
    }

    /// <summary>The name of the method, without the object and the arguments.</summary>
    private static SyntaxNode PlaceOf(SyntaxNode call) => call is InvocationExpressionSyntax invocation
        ? invocation.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            var name => name,
        }
        : call;
}
