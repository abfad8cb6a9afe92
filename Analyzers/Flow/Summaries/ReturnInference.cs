using System.Collections.Generic;
using System.Collections.Immutable;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Summaries;

/// <summary>
/// Tells how a body's caller gets what is handed out: with references of its own, as a borrowed or bare one, or as an
/// object that the caller had before.
/// </summary>
internal static class ReturnInference
{
    /// <summary>The contract of what is handed out, if it is the same at every normal exit.</summary>
    /// <param name="body">The analysed body.</param>
    /// <param name="answers">What the body can tell its caller.</param>
    /// <param name="handedOut">What an exit hands out, each with its exit; <see langword="null"/> where nobody can tell.</param>
    /// <param name="isReturn">It is the return value, not an <c>out</c> parameter.</param>
    public static ElementContract Infer(BodyContext body, ImmutableArray<ExitAnswer> answers, List<(BodyExit Exit, Value? Value)> handedOut, bool isReturn)
    {
        ElementContract? common = null;
        bool mayBeNull = false;
        var full = new List<bool>(handedOut.Count);
        foreach ((BodyExit exit, Value? value) in handedOut)
        {
            if (value is null || exit.State.Uncertain)
            {
                return ElementContract.None;
            }

            bool isNull = value.IsNull || exit.State.FactsOf(value).Nullness == Nullness.Null;
            full.Add(!isNull);
            mayBeNull |= isNull;
            if (isNull)
            {
                continue;
            }

            ElementContract contract = ContractOf(exit.State, value, body, isReturn);
            if (contract.IsNone || (common is not null && !Same(common, contract)))
            {
                return ElementContract.None;
            }

            common = contract;
        }

        return common is null ? ElementContract.None
            : common.Effects.IsEmpty || !mayBeNull ? common
            : isReturn ? common with { Effects = ImmutableArray.CreateRange(common.Effects, static effect => effect with { When = RefCondition.NotNull }) }
            : Condition(common, answers, handedOut, full, body);
    }

    // An out argument is there when some answer says so.
    private static ElementContract Condition(ElementContract contract, ImmutableArray<ExitAnswer> answers, List<(BodyExit Exit, Value? Value)> handedOut, List<bool> full, BodyContext body)
    {
        foreach (ExitAnswer answer in answers)
        {
            bool separates = true;
            for (int i = 0; i < full.Count && separates; i++)
            {
                separates = answer.IsGivenBy(handedOut[i].Exit, body) == full[i];
            }

            if (separates)
            {
                return contract with
                {
                    Effects = ImmutableArray.CreateRange(contract.Effects, effect => effect with { When = answer.When, WhenParameter = answer.Parameter?.Name }),
                };
            }
        }

        return ElementContract.None;
    }

    private static ElementContract ContractOf(FlowState state, Value value, BodyContext body, bool isReturn)
    {
        if (isReturn && value == body.ThisValue && !body.Method.IsStatic)
        {
            return new ElementContract { AliasOf = "this" };
        }

        if (isReturn && body.ParameterOf(value) is { } parameter)
        {
            return new ElementContract { AliasOf = parameter.Name };
        }

        if (value is not OpaqueValue || state.ResourceOf(value) is not { Escaped: false, CountedInLoop: false, IsBatch: false } resource || resource.Unchecked(null) is not null)
        {
            return ElementContract.None;
        }

        if (resource.IsHeld)
        {
            return Owned(resource);
        }

        return resource switch
        {
            { MayBeHeld: true } or { Released: true } => ElementContract.None,
            { Provenance: Provenance.Uncounted } => new ElementContract { Origin = RefOrigin.Uncounted },

            // The slot of this very object still has it.
            { Provenance: Provenance.OwnedSlot, SlotKind: not null } when !body.Method.IsStatic && IsReadFromThis(state, value, body) =>
                new ElementContract { Origin = RefOrigin.Borrowed, BorrowedFrom = "this" },
            { Provenance: Provenance.Borrowed or Provenance.BorrowedSlot, Lender: > 0 } => Borrowed(body.Values[resource.Lender], body),
            _ => ElementContract.None,
        };
    }

    private static ElementContract Owned(Resource resource)
    {
        var effects = ImmutableArray.CreateBuilder<RefEffect>();
        foreach (Holding holding in resource.Holdings)
        {
            if (holding.Min != holding.Max || holding.Min < 0)
            {
                return ElementContract.None;
            }

            for (int i = 0; i < holding.Min; i++)
            {
                effects.Add(new RefEffect { Acquires = true, Kind = holding.Kind });
            }
        }

        // What a slot holds besides, or somebody else's count, makes it no less ours.
        return new ElementContract { Effects = effects.ToImmutable() };
    }

    private static ElementContract Borrowed(Value lender, BodyContext body) =>
        lender == body.ThisValue && !body.Method.IsStatic ? new ElementContract { Origin = RefOrigin.Borrowed, BorrowedFrom = "this" }
        : body.ParameterOf(lender) is { } parameter ? new ElementContract { Origin = RefOrigin.Borrowed, BorrowedFrom = parameter.Name }
        : ElementContract.None;

    private static bool IsReadFromThis(FlowState state, Value value, BodyContext body)
    {
        for (int i = 0; i < state.Names.Count; i++)
        {
            if (state.Names.ValueAt(i) == value && body.Names[state.Names.KeyAt(i)].Receiver == body.ThisValue.Id)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Same(ElementContract left, ElementContract right)
    {
        if (left.Origin != right.Origin || left.BorrowedFrom != right.BorrowedFrom || left.AliasOf != right.AliasOf || left.Effects.Length != right.Effects.Length)
        {
            return false;
        }

        for (int i = 0; i < left.Effects.Length; i++)
        {
            if (!left.Effects[i].Equals(right.Effects[i]))
            {
                return false;
            }
        }

        return true;
    }
}
