using System.Linq;
using Devmap.Analyzers.Contracts.Checks;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM3003: an override or implementation that promises less than what it stands for.</summary>
internal static class ContractWeakenedByOverride
{
    /// <summary>The additional locations are all attributes on the element: without them it inherits.</summary>
    public static Diagnostic Report(WeakenedContract weakened)
    {
        var places = weakened.Attributes
            .Select(static attribute => attribute.ApplicationSyntaxReference!)
            .Select(static place => Location.Create(place.SyntaxTree, place.Span))
            .ToList();
        return Diagnostic.Create(
            Descriptors.ContractWeakenedByOverride,
            places[0],
            places,
            NameOf(weakened.Member),
            NameOf(weakened.Base),
            weakened.Reason);
    }

    private static string NameOf(ISymbol member)
    {
        // Of an explicit implementation the name has the interface in it.
        string name = member.Name.Substring(member.Name.LastIndexOf('.') + 1);
        return member is IPropertySymbol { IsIndexer: true } ? $"{member.ContainingType.Name}[]" : $"{member.ContainingType.Name}.{name}";
    }
}
