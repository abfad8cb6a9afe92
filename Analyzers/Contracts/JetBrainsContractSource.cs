using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts;

/// <summary>
/// <c>[MustDisposeResource]</c> and <c>[HandlesResourceDisposal]</c> of <c>JetBrains.Annotations</c>, read as contracts of
/// kind <c>dispose</c>.
/// </summary>
internal sealed class JetBrainsContractSource : IContractSource
{
    public const string NamespaceOuter = "JetBrains";
    public const string NamespaceInner = "Annotations";
    public const string MustDispose = "MustDisposeResourceAttribute";
    public const string HandlesDisposal = "HandlesResourceDisposalAttribute";

    private static readonly ElementContract Acquired = new()
    {
        Effects = ImmutableArray.Create(new RefEffect { Acquires = true, Kind = RefEffect.DisposeKind }),
    };

    private static readonly ElementContract HandedOver = new()
    {
        Effects = ImmutableArray.Create(new RefEffect { Kind = RefEffect.DisposeKind }),
    };

    // The annotation does not say that the object may be closed once only, so nothing may be concluded from twice.
    private static readonly ElementContract Closed = new()
    {
        Effects = ImmutableArray.Create(new RefEffect { Kind = RefEffect.DisposeKind, Idempotent = true }),
    };

    private static readonly ElementContract Owned = new() { Origin = RefOrigin.Owned, OwnedKind = RefEffect.DisposeKind };

    public MemberContract? Read(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => ReadMethod(method),
        IPropertySymbol or IFieldSymbol when Handles(symbol) => new MemberContract { Return = Owned },
        INamedTypeSymbol type when Obligation(type) is { IsNone: false } obligation => new MemberContract { Receiver = obligation },
        _ => null,
    };

    private static MemberContract? ReadMethod(IMethodSymbol method)
    {
        var obligation = Obligation(method);
        var isConstructor = method.MethodKind == MethodKind.Constructor;
        var receiver = isConstructor ? obligation : Handles(method) ? Closed : ElementContract.None;
        var value = isConstructor ? ElementContract.None : obligation;
        var parameters = ReadParameters(method.Parameters);
        return receiver.IsNone && value.IsNone && parameters.IsEmpty
            ? null
            : new MemberContract { Receiver = receiver, Return = value, Parameters = parameters };
    }

    private static ImmutableArray<ElementContract> ReadParameters(ImmutableArray<IParameterSymbol> parameters)
    {
        ImmutableArray<ElementContract>.Builder? builder = null;
        foreach (var parameter in parameters)
        {
            // What comes out may have to be disposed of, what goes in may be handled; the other two mean nothing.
            var element = parameter.RefKind is RefKind.Out or RefKind.Ref ? Obligation(parameter)
                : Handles(parameter) ? HandedOver
                : ElementContract.None;
            if (element.IsNone)
                continue;

            if (builder is null)
            {
                builder = ImmutableArray.CreateBuilder<ElementContract>(parameters.Length);
                for (var i = 0; i < parameters.Length; i++)
                    builder.Add(ElementContract.None);
            }

            builder[parameter.Ordinal] = element;
        }

        return builder?.MoveToImmutable() ?? ImmutableArray<ElementContract>.Empty;
    }

    /// <summary><c>[MustDisposeResource(false)]</c> is a statement too: it takes back what the type or the base type says.</summary>
    private static ElementContract Obligation(ISymbol symbol)
    {
        if (Find(symbol, MustDispose) is not { } attribute)
            return ElementContract.None;

        var arguments = new AttributeArguments(attribute);
        var isObligation = arguments.Flag("Value", absent: true);
        return arguments.IsMalformed ? ElementContract.None
            : isObligation ? Acquired
            : ElementContract.NoEffect;
    }

    private static bool Handles(ISymbol symbol) => Find(symbol, HandlesDisposal) != null;

    private static AttributeData? Find(ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.Name == name && ContractWords.IsIn(type, NamespaceOuter, NamespaceInner))
                return attribute;
        }

        return null;
    }
}
