using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts;

/// <summary>Tells contract attributes by their full name, whichever assembly declares them.</summary>
internal static class ContractWords
{
    public const string NamespaceOuter = "Devmap";
    public const string NamespaceInner = "Contracts";

    /// <summary>The class names of all attributes that say something: ours, and those of others that are read.</summary>
    public static ImmutableArray<string> Names { get; } =
        Enum.GetValues(typeof(ContractWord)).Cast<ContractWord>()
            .Where(static word => word != ContractWord.None)
            .Select(static word => word + "Attribute")
            .Concat(new[] { JetBrainsContractSource.MustDispose, JetBrainsContractSource.HandlesDisposal })
            .ToImmutableArray();

    /// <summary>The word that an attribute class stands for.</summary>
    public static ContractWord Of(INamedTypeSymbol? attributeClass)
    {
        if (attributeClass is null)
            return ContractWord.None;

        // The name first: it is the cheap half and settles nearly every attribute in a program.
        var word = OfName(attributeClass.Name);
        return word != ContractWord.None && IsIn(attributeClass, NamespaceOuter, NamespaceInner) ? word : ContractWord.None;
    }

    /// <summary>The word that a class name in the contract namespace stands for.</summary>
    public static ContractWord OfName(string className) => className switch
    {
        "AcquiresRefAttribute" => ContractWord.AcquiresRef,
        "ReleasesRefAttribute" => ContractWord.ReleasesRef,
        "RequiresRefAttribute" => ContractWord.RequiresRef,
        "BorrowedRefAttribute" => ContractWord.BorrowedRef,
        "UncountedRefAttribute" => ContractWord.UncountedRef,
        "OwnedRefAttribute" => ContractWord.OwnedRef,
        "TrustedContractAttribute" => ContractWord.TrustedContract,
        "KeptByAttribute" => ContractWord.KeptBy,
        "AliasOfAttribute" => ContractWord.AliasOf,
        "RefTestAttribute" => ContractWord.RefTest,
        "RefCounterAttribute" => ContractWord.RefCounter,
        "BorrowedByDefaultAttribute" => ContractWord.BorrowedByDefault,
        "RunsAtDisposeAttribute" => ContractWord.RunsAtDispose,
        "HasTraitAttribute" => ContractWord.HasTrait,
        "TraitTestAttribute" => ContractWord.TraitTest,
        "RejectsTraitAttribute" => ContractWord.RejectsTrait,
        _ => ContractWord.None,
    };

    /// <summary>Whether a type is a top-level, non-generic type of the namespace <c>outer.inner</c>.</summary>
    public static bool IsIn(INamedTypeSymbol type, string outer, string inner) =>
        type is { Arity: 0, ContainingType: null }
        && type.ContainingNamespace is { } second && second.Name == inner
        && second.ContainingNamespace is { } first && first.Name == outer
        && first.ContainingNamespace is { IsGlobalNamespace: true };
}
