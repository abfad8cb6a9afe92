using System.Collections.Generic;
using System.Collections.Immutable;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Summaries;

/// <summary>The contract that an analysed body keeps, told from its exits.</summary>
internal static class BodySummary
{
    public static MemberContract Of(BodyContext body)
    {
        bool neverThrows = !body.Exits.Exists(static exit => exit.IsThrown);
        if (!body.Graph.Blocks[body.Graph.Blocks.Length - 1].IsReachable)
        {
            return new MemberContract { IsInferred = true, NeverReturns = true, NeverThrows = neverThrows };
        }

        if (!body.Exits.Exists(static exit => !exit.IsThrown))
        {
            // Every path goes wrong on the way; that has been said, and tells nothing of the others.
            return MemberContract.None;
        }

        ImmutableArray<ExitAnswer> answers = ExitAnswer.Of(body.Method);
        var parameters = ImmutableArray.CreateBuilder<ElementContract>(body.Method.Parameters.Length);
        bool any = false;
        foreach (IParameterSymbol parameter in body.Method.Parameters)
        {
            ElementContract element = parameter.RefKind switch
            {
                RefKind.Out => ReturnInference.Infer(body, answers, HandedOut(body, parameter), isReturn: false),
                RefKind.Ref => ElementContract.None,
                _ => WithRefusals(new ElementInference(body, answers, _ => body.EntryValueOf(parameter)).Infer(), body, parameter),
            };
            any |= !element.IsNone;
            parameters.Add(element);
        }

        bool hasReceiver = body.Method is { IsStatic: false, MethodKind: not MethodKind.Constructor };
        return new MemberContract
        {
            IsInferred = true,
            NeverThrows = neverThrows,
            Receiver = hasReceiver ? Receiver(body, answers) : ElementContract.None,
            Return = body.Method.ReturnsVoid ? ElementContract.None : ReturnInference.Infer(body, answers, Returned(body), isReturn: true),
            Parameters = any ? parameters.ToImmutable() : ImmutableArray<ElementContract>.Empty,
        };
    }

    private static ElementContract WithRefusals(ElementContract element, BodyContext body, IParameterSymbol parameter)
    {
        if (element.IsNone)
        {
            return element;
        }

        foreach ((IParameterSymbol refusing, RejectedTrait rejected) in body.Refusals)
        {
            if (SymbolEqualityComparer.Default.Equals(refusing, parameter) && !element.Rejects.Contains(rejected))
            {
                element = element with { Rejects = element.Rejects.Add(rejected) };
            }
        }

        return element;
    }

    // A receiver is never handed over by a call, so that nothing is said where nothing happens to it.
    private static ElementContract Receiver(BodyContext body, ImmutableArray<ExitAnswer> answers)
    {
        var inference = new ElementInference(body, answers, _ => body.ThisValue);
        ElementContract receiver = inference.Infer();
        return !receiver.Effects.IsEmpty ? receiver
            : receiver.IsNone && inference.IsTouched() ? ElementContract.Unknown
            : ElementContract.None;
    }

    private static List<(BodyExit Exit, Value? Value)> Returned(BodyContext body)
    {
        var result = new List<(BodyExit, Value?)>();
        foreach (BodyExit exit in body.Exits)
        {
            if (!exit.IsThrown)
            {
                result.Add((exit, exit.Returned));
            }
        }

        return result;
    }

    private static List<(BodyExit Exit, Value? Value)> HandedOut(BodyContext body, IParameterSymbol parameter)
    {
        var result = new List<(BodyExit, Value?)>();
        int name = body.Names.IdOf(Name.Of(parameter));
        foreach (BodyExit exit in body.Exits)
        {
            if (!exit.IsThrown)
            {
                result.Add((exit, exit.State.Names.Find(name)));
            }
        }

        return result;
    }
}
