using System.Linq;
using Microsoft.CodeAnalysis;

namespace Devmap.CodeFixes.Syntax;

/// <summary>Reads the contract attributes of a symbol, whoever declares them.</summary>
internal static class ContractAttributes
{
    private const string Namespace = "Devmap.Contracts";

    public static bool Has(ISymbol symbol, string name) => Find(symbol, name) is not null;

    public static bool HasAny(ISymbol symbol) => symbol.GetAttributes().Any(IsContract);

    public static AttributeData? Find(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => IsNamed(attribute, name));

    public static bool ReturnHas(IMethodSymbol method, string name) =>
        method.GetReturnTypeAttributes().Any(attribute => IsNamed(attribute, name));

    /// <summary>The <c>Kind</c> of a contract, <c>ref</c> where it says nothing.</summary>
    public static string KindOf(AttributeData attribute) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Kind").Value.Value as string ?? "ref";

    /// <summary>Whether some element of <paramref name="method"/> carries a contract, so that its silent parameters are lent.</summary>
    public static bool SpeaksOf(IMethodSymbol method) =>
        HasAny(method)
        || method.GetReturnTypeAttributes().Any(IsContract)
        || method.Parameters.Any(HasAny)
        || (method.AssociatedSymbol is { } property && HasAny(property))
        || Has(method.ContainingType, "BorrowedByDefaultAttribute")
        || Has(method.ContainingAssembly, "BorrowedByDefaultAttribute");

    private static bool IsContract(AttributeData attribute) =>
        attribute.AttributeClass?.ContainingNamespace?.ToDisplayString() == Namespace;

    private static bool IsNamed(AttributeData attribute, string name) =>
        attribute.AttributeClass?.Name == name && IsContract(attribute);
}
