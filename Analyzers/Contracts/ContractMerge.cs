using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts;

/// <summary>
/// Puts two contracts of one member together. The grain is the element: what the first one says of the receiver, the
/// return value or a parameter replaces everything that the second one says of it.
/// </summary>
internal static class ContractMerge
{
    /// <summary>The first contract, with the elements that it says nothing of from the second one.</summary>
    public static MemberContract Merge(MemberContract first, MemberContract second)
    {
        if (second.IsNone)
            return first;

        if (first.IsNone)
            return second;

        return first with
        {
            Receiver = Prefer(first.Receiver, second.Receiver),
            Return = Prefer(first.Return, second.Return),
            Parameters = Prefer(first.Parameters, second.Parameters),
            IsTrusted = first.IsTrusted | second.IsTrusted,
            LendsByDefault = first.LendsByDefault | second.LendsByDefault,
            TestsTrait = first.TestsTrait ?? second.TestsTrait,
            TestsRef = first.TestsRef ?? second.TestsRef,
            CountsRef = first.CountsRef ?? second.CountsRef,
        };
    }

    /// <summary>The contract as an override or implementation with these parameters inherits it.</summary>
    /// <remarks>
    /// Trust is in a body and stays there. An implementation may call its parameters as it likes, so the names in the
    /// contract are put into its own.
    /// </remarks>
    public static MemberContract Inherit(MemberContract contract, ImmutableArray<IParameterSymbol> from, ImmutableArray<IParameterSymbol> to)
    {
        if (contract.IsTrusted)
            contract = contract with { IsTrusted = false };

        if (HaveSameNames(from, to))
            return contract;

        return contract with
        {
            Receiver = Rename(contract.Receiver, from, to),
            Return = Rename(contract.Return, from, to),
            Parameters = contract.Parameters.IsEmpty
                ? contract.Parameters
                : ImmutableArray.CreateRange(contract.Parameters, element => Rename(element, from, to)),
        };
    }

    private static ElementContract Prefer(ElementContract first, ElementContract second)
    {
        var yields = first.IsNone || (first.IsAssumed && !second.IsNone && !second.IsAssumed);
        return yields ? second : first;
    }

    private static ImmutableArray<ElementContract> Prefer(ImmutableArray<ElementContract> first, ImmutableArray<ElementContract> second)
    {
        if (first.IsEmpty)
            return second;

        if (second.IsEmpty)
            return first;

        // Property parameters and those of its setter differ in length.
        var length = Math.Max(first.Length, second.Length);
        var merged = ImmutableArray.CreateBuilder<ElementContract>(length);
        for (var i = 0; i < length; i++)
        {
            merged.Add(Prefer(
                i < first.Length ? first[i] : ElementContract.None,
                i < second.Length ? second[i] : ElementContract.None));
        }

        return merged.MoveToImmutable();
    }

    private static bool HaveSameNames(ImmutableArray<IParameterSymbol> from, ImmutableArray<IParameterSymbol> to)
    {
        for (var i = 0; i < from.Length && i < to.Length; i++)
        {
            if (from[i].Name != to[i].Name)
                return false;
        }

        return true;
    }

    private static ElementContract Rename(ElementContract element, ImmutableArray<IParameterSymbol> from, ImmutableArray<IParameterSymbol> to)
    {
        if (element.IsNone)
            return element;

        return element with
        {
            BorrowedFrom = Rename(element.BorrowedFrom, from, to),
            AliasOf = Rename(element.AliasOf, from, to),
            KeptBy = Rename(element.KeptBy, from, to),
            Effects = ImmutableArray.CreateRange(element.Effects, effect => effect with
            {
                WhenParameter = Rename(effect.WhenParameter, from, to),
                Count = Rename(effect.Count, from, to),
                Of = Rename(effect.Of, from, to),
                Keeper = Rename(effect.Keeper, from, to),
            }),
            Rejects = ImmutableArray.CreateRange(element.Rejects, rejected => rejected with
            {
                Argument = Rename(rejected.Argument, from, to),
            }),
        };
    }

    private static string? Rename(string? name, ImmutableArray<IParameterSymbol> from, ImmutableArray<IParameterSymbol> to)
    {
        for (var i = 0; i < from.Length && i < to.Length; i++)
        {
            if (from[i].Name == name)
                return to[i].Name;
        }

        return name;
    }
}
