using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts.Checks;

/// <summary>A contract of an override or implementation that breaks a promise of what it stands for.</summary>
/// <param name="Member">The override or implementation.</param>
/// <param name="Base">What it stands for.</param>
/// <param name="Reason">The broken promise, as it stands at the end of a sentence.</param>
/// <param name="Attributes">What is written on the element of which the promise speaks.</param>
internal sealed record WeakenedContract(ISymbol Member, ISymbol Base, string Reason, ImmutableArray<AttributeData> Attributes);

/// <summary>
/// Whether a contract that is written on an override or implementation keeps what the base or interface promises. Elements
/// of which nothing is written inherit, and keep everything.
/// </summary>
internal sealed class OverrideCheck
{
    private static readonly AttributeContractSource Attributes = new();

    private readonly ContractProvider _contracts;

    public OverrideCheck(ContractProvider contracts) => _contracts = contracts;

    /// <summary>One for each element at most.</summary>
    public List<WeakenedContract> Find(ISymbol member)
    {
        var found = new List<WeakenedContract>();
        if (Attributes.Read(member) is not { } own)
        {
            return found;
        }

        ImmutableArray<IParameterSymbol> parameters = ParametersOf(member);
        foreach (ISymbol above in ContractInheritance.BasesOf(member))
        {
            MemberContract promised = ContractMerge.Inherit(_contracts.Of(above), ParametersOf(above), parameters);
            Compare(new ElementPromise("the object", ElementRole.Receiver, promised, promised.Receiver, own.Receiver), ContractTarget.Receiver, null);
            Compare(new ElementPromise("what it returns", ElementRole.Result, promised, promised.Return, own.Return), ContractTarget.Value, null);
            for (int i = 0; i < parameters.Length; i++)
            {
                ElementRole role = parameters[i].RefKind == RefKind.Out ? ElementRole.Result : ElementRole.Argument;
                Compare(new ElementPromise($"'{parameters[i].Name}'", role, promised, promised.Parameter(i), own.Parameter(i)), ContractTarget.Value, parameters[i]);
            }

            void Compare(ElementPromise promise, ContractTarget target, IParameterSymbol? parameter)
            {
                if (promise.Broken() is { } reason && AttributesOf(member, target, parameter) is { IsEmpty: false } attributes
                    && !found.Exists(earlier => earlier.Attributes[0] == attributes[0]))
                {
                    found.Add(new WeakenedContract(member, above, reason, attributes));
                }
            }
        }

        return found;
    }

    private static ImmutableArray<AttributeData> AttributesOf(ISymbol member, ContractTarget target, IParameterSymbol? parameter) =>
        ImmutableArray.CreateRange(WrittenContracts.On(member)
            .Where(written => written.Statement.Target == target && SymbolEqualityComparer.Default.Equals(written.Statement.Parameter, parameter))
            .Select(static written => written.Attribute));

    private static ImmutableArray<IParameterSymbol> ParametersOf(ISymbol member) =>
        member is IMethodSymbol method ? method.Parameters : ((IPropertySymbol)member).Parameters;
}
