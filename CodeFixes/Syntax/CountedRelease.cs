using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Syntax;

/// <summary>
/// The release that belongs to an acquire of many: a method beside it that takes the same array and the number that the
/// acquire has answered, <c>space.UnpinUserPages(pages, pinned)</c> for example.
/// </summary>
internal static class CountedRelease
{
    /// <summary>The call as C#; <see langword="null"/> where there is none, or the number has no name.</summary>
    public static string? Of(FixSite site, SyntaxNode acquire, string name, string kind, CancellationToken cancellationToken)
    {
        if (acquire is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or ThisExpressionSyntax } access } call
            || site.Model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method || AnswerName(call) is not { } answer
            || method.Parameters.FirstOrDefault(parameter => Acquires(parameter, kind)) is not { } acquired)
        {
            return null;
        }

        foreach (var candidate in method.ContainingType.GetMembers().OfType<IMethodSymbol>().Where(candidate => candidate.Parameters.Length == 2))
        {
            var released = candidate.Parameters.FirstOrDefault(parameter =>
                SymbolEqualityComparer.Default.Equals(parameter.Type, acquired.Type)
                && ContractAttributes.Find(parameter, "ReleasesRefAttribute") is { } contract
                && ContractAttributes.KindOf(contract) == kind
                && candidate.Parameters.Any(count => count.Name == CountOf(contract)));
            if (released is not null)
            {
                return access.Expression + "." + candidate.Name + "(" + string.Join(", ", candidate.Parameters.Select(parameter =>
                    SymbolEqualityComparer.Default.Equals(parameter, released) ? name : answer)) + ")";
            }
        }

        return null;
    }

    private static bool Acquires(IParameterSymbol parameter, string kind) =>
        ContractAttributes.Find(parameter, "AcquiresRefAttribute") is { } contract
        && ContractAttributes.KindOf(contract) == kind && CountOf(contract) == "return";

    private static string? CountOf(AttributeData contract) =>
        contract.NamedArguments.FirstOrDefault(argument => argument.Key == "Count").Value.Value as string;

    private static string? AnswerName(SyntaxNode call) => call.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } => declarator.Identifier.Text,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } => name.Identifier.Text,
        _ => null,
    };
}
