using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Devmap.Analyzers.Contracts.Files;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts;

/// <summary>Answers what is said of a symbol, wherever it is said. One for each compilation; safe for concurrent use.</summary>
/// <remarks>
/// <para>
/// What is said of an element (the receiver, the return value, one parameter) comes as a whole from the first of these that
/// says anything of it: each source in the order given, for the member itself; for an accessor, its property; the members
/// above it (<see cref="ContractInheritance"/>), each with what it inherits. An assumed contract
/// (<see cref="ElementContract.IsAssumed"/>) comes after every written one.
/// </para>
/// <para>A class member that implements an interface only for a derived class does not know of it and inherits nothing from there.</para>
/// </remarks>
internal sealed class ContractProvider
{
    private readonly ImmutableArray<IContractSource> _sources;
    private readonly ConcurrentDictionary<ISymbol, MemberContract> _contracts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<string>> _traits = new(SymbolEqualityComparer.Default);
    private readonly Func<ISymbol, MemberContract> _compute;
    private readonly IContractScope? _scope;

    /// <summary>Reads attributes, JetBrains' annotations, and what is well known.</summary>
    public ContractProvider()
        : this(ContractFileSet.Empty)
    {
    }

    /// <summary>Reads attributes, contract files, JetBrains' annotations, and what is well known.</summary>
    /// <remarks>
    /// The author of a member knows it best, so an attribute comes before a file. A file comes before annotations that say
    /// less than our own words.
    /// </remarks>
    public ContractProvider(ContractFileSet files)
        : this(ImmutableArray.Create<IContractSource>(
            new AttributeContractSource(), new FileContractSource(files), new JetBrainsContractSource(), new WellKnownContractSource()))
    {
    }

    /// <summary>The same, where it is known of whom nothing is said.</summary>
    public ContractProvider(ContractFileSet files, IContractScope scope)
        : this(files) => _scope = scope;

    /// <param name="sources">Where contracts are written, the weightiest first.</param>
    public ContractProvider(ImmutableArray<IContractSource> sources)
    {
        _sources = sources;
        _compute = Compute;
    }

    /// <summary>The contract of a member; <see cref="MemberContract.None"/> where nothing is said.</summary>
    /// <remarks>
    /// <para>
    /// Constructed symbols have the contract of their original definition, reduced extension methods that of the static
    /// method: its first parameter is the receiver of the call, and has the contract that is written on the method itself.
    /// </para>
    /// <para>
    /// For reading a property ask for its getter, for writing it for its setter: an accessor adds its own contract to that
    /// of the property. <see cref="MemberContract.Return"/> of a property is its value, <c>[return:]</c> on the getter included.
    /// </para>
    /// <para>Types can be asked for as well; see the remarks at <see cref="MemberContract"/>.</para>
    /// </remarks>
    public MemberContract Of(ISymbol symbol)
    {
        var definition = Definition(symbol);
        if (_scope is not null && !_scope.Covers(definition))
            return MemberContract.None;

        return definition.Kind is SymbolKind.Method or SymbolKind.Property or SymbolKind.Field or SymbolKind.NamedType or SymbolKind.Assembly
            ? _contracts.GetOrAdd(definition, _compute)
            : MemberContract.None;
    }

    /// <summary>The contract of a parameter: of a method, an indexer, a local function, a lambda, a delegate.</summary>
    public ElementContract OfParameter(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not { } member)
            return ElementContract.None;

        if (parameter.IsThis)
            return Of(member).Receiver;

        // A reduced extension method has lost its first parameter.
        var shift = member is IMethodSymbol { ReducedFrom: not null } ? 1 : 0;
        return Of(member).Parameter(parameter.Ordinal + shift);
    }

    /// <summary>The standing qualities of every value of a type (<c>[HasTrait]</c> on it, a base type, an interface or a constraint).</summary>
    public ImmutableArray<string> TraitsOf(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol named => _traits.GetOrAdd(named.OriginalDefinition, ComputeTraits),
        ITypeParameterSymbol parameter => _traits.GetOrAdd(parameter.OriginalDefinition, ComputeTraits),
        _ => ImmutableArray<string>.Empty,
    };

    private static ISymbol Definition(ISymbol symbol)
    {
        if (symbol is not IMethodSymbol method)
            return symbol.OriginalDefinition;

        method = (method.ReducedFrom ?? method).OriginalDefinition;
        return method.PartialDefinitionPart ?? method;
    }

    private MemberContract Compute(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => ComputeMethod(method),
        IPropertySymbol property => Complete(property, OwnOf(property), property.Parameters),
        IFieldSymbol field => ComputeField(field),
        INamedTypeSymbol type => ComputeType(type),
        _ => Read(symbol),
    };

    private MemberContract ComputeMethod(IMethodSymbol method)
    {
        var own = Read(method);
        if (method is { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol property })
            own = ContractMerge.Merge(own, AsAccessor(OwnOf(property), method));

        if (method.MethodKind == MethodKind.Constructor && method.ContainingType is { } type && own.Receiver.IsNone
            && Of(type).Receiver is { IsNone: false } creation)
        {
            own = own with { Receiver = creation };
        }

        if (method.IsExtensionMethod && !own.Receiver.IsNone)
            own = AsExtension(own, method);

        if (own.Receiver.IsNone && ExtensionMembers.ReceiverOf(method) is { } receiver && OfParameter(receiver) is { IsNone: false } lent)
            own = own with { Receiver = lent };

        return Complete(method, own, method.Parameters);
    }

    private MemberContract ComputeField(IFieldSymbol field)
    {
        var own = Read(field);
        if (field.AssociatedSymbol is IPropertySymbol property && own.Return.IsNone && Of(property).Return is { IsNone: false } value)
            own = own with { Return = value };

        return own;
    }

    private MemberContract ComputeType(INamedTypeSymbol type)
    {
        var own = Read(type);
        var isTrusted = own.IsTrusted || (type.ContainingType is { } outer && Of(outer).IsTrusted);
        var lends = own.LendsByDefault || LendsByDefault(type);
        if (isTrusted != own.IsTrusted || lends != own.LendsByDefault)
            own = own with { IsTrusted = isTrusted, LendsByDefault = lends };

        // An obligation that comes with creating an instance holds for derived types as well, unless they take it back.
        if (own.Receiver.IsNone && type.BaseType is { } baseType && Of(baseType).Receiver is { IsNone: false } creation)
            own = own with { Receiver = creation };

        return own;
    }

    /// <summary>Adds to what is written on a member what it inherits and what its surroundings say.</summary>
    private MemberContract Complete(ISymbol member, MemberContract contract, ImmutableArray<IParameterSymbol> parameters)
    {
        foreach (var inherited in ContractInheritance.BasesOf(member))
        {
            var from = inherited is IMethodSymbol method ? method.Parameters : ((IPropertySymbol)inherited).Parameters;
            var above = Of(inherited);
            if (!above.IsNone)
                contract = ContractMerge.Merge(contract, ContractMerge.Inherit(above, from, parameters));
        }

        if (!contract.LendsByDefault && (contract.SaysSomething || LendsByDefault(member)))
            contract = contract.IsNone ? MemberContract.Lending : contract with { LendsByDefault = true };

        if (!contract.IsTrusted && IsInTrustedBody(member))
            contract = contract with { IsTrusted = true };

        return contract;
    }

    private bool LendsByDefault(ISymbol symbol) =>
        symbol.ContainingType is { } type ? Of(type).LendsByDefault
        : symbol.ContainingAssembly is { } assembly && Of(assembly).LendsByDefault;

    /// <summary>A local function or lambda is part of the body that it stands in.</summary>
    private bool IsInTrustedBody(ISymbol member) =>
        member.ContainingSymbol is IMethodSymbol or IPropertySymbol or INamedTypeSymbol && Of(member.ContainingSymbol).IsTrusted;

    /// <summary>What is written on a property, its getter's return value included.</summary>
    private MemberContract OwnOf(IPropertySymbol property)
    {
        var own = Read(property);
        return own.Return.IsNone && property.GetMethod is { } getter && Read(getter).Return is { IsNone: false } value
            ? own with { Return = value }
            : own;
    }

    private static MemberContract AsAccessor(MemberContract property, IMethodSymbol accessor)
    {
        if (property.IsNone || accessor.MethodKind == MethodKind.PropertyGet)
            return property;

        // The value of the property is what its setter is given, not what it returns.
        var parameters = property.Parameters;
        return property with
        {
            Return = ElementContract.None,
            Parameters = parameters.IsEmpty ? parameters : parameters.Add(ElementContract.None),
            TestsTrait = null,
            TestsRef = null,
        };
    }

    /// <summary>What is written on an extension method itself speaks of the receiver of the call, which is its first parameter.</summary>
    private static MemberContract AsExtension(MemberContract contract, IMethodSymbol method)
    {
        var parameters = ImmutableArray.CreateBuilder<ElementContract>(method.Parameters.Length);
        for (var i = 0; i < method.Parameters.Length; i++)
            parameters.Add(contract.Parameter(i));

        if (parameters[0].IsNone)
            parameters[0] = contract.Receiver;

        return contract with { Receiver = ElementContract.None, Parameters = parameters.MoveToImmutable() };
    }

    private MemberContract Read(ISymbol symbol)
    {
        var contract = MemberContract.None;
        foreach (var source in _sources)
        {
            if (source.Read(symbol) is { } read)
                contract = ContractMerge.Merge(contract, read);
        }

        return symbol is IMethodSymbol method ? NullHints.Apply(contract, method) : contract;
    }

    private ImmutableArray<string> ComputeTraits(ISymbol symbol)
    {
        var traits = ImmutableArray.CreateBuilder<string>();
        if (symbol is INamedTypeSymbol type)
        {
            Add(Of(type).Return.Traits);
            if (type.BaseType is { } baseType)
                Add(TraitsOf(baseType));
            foreach (var implemented in type.AllInterfaces)
                Add(Of(implemented).Return.Traits);
        }
        else if (symbol is ITypeParameterSymbol parameter)
        {
            foreach (var constraint in parameter.ConstraintTypes)
                Add(TraitsOf(constraint));
        }

        return traits.ToImmutable();

        void Add(ImmutableArray<string> more)
        {
            foreach (var trait in more)
            {
                if (!traits.Contains(trait))
                    traits.Add(trait);
            }
        }
    }
}
