using System.Collections.Generic;
using System.Collections.Immutable;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Summaries;

/// <summary>What a contract promises at one exit: by how much the caller's count of one object changes.</summary>
internal static class Promise
{
    /// <summary>The least and the greatest change that keep the contract; <see langword="null"/> where nobody can tell.</summary>
    /// <param name="element">The contract of the object.</param>
    /// <param name="kind">The kind of reference.</param>
    /// <param name="exit">The exit.</param>
    /// <param name="handedOut">The handed-out object, of which "not null" is taken for granted; <see langword="null"/> for what came in.</param>
    /// <param name="body">The body.</param>
    public static CountChange? At(ElementContract element, string kind, BodyExit exit, Value? handedOut, BodyContext body)
    {
        int min = 0, max = 0;
        foreach (RefEffect effect in element.Effects)
        {
            if (effect.Kind != kind)
            {
                continue;
            }

            if (effect.Member is not null || effect.Count is not null || effect.Of is not null)
            {
                return null;
            }

            switch (Happens(effect, exit, handedOut, body))
            {
                case null:
                    return null;
                case false:
                    continue;
            }

            if (effect.Acquires)
            {
                min++;
                max++;
            }
            else
            {
                // Whoever may find nothing to give up need not give up anything; whoever ends all may give up any number.
                min = effect.All ? int.MinValue / 2 : min - 1;
                max = effect.Idempotent || effect.All ? max : max - 1;
            }
        }

        return new CountChange(min, max);
    }

    /// <summary>The kinds of which the contract says something.</summary>
    public static void AddKinds(ElementContract element, ISet<string> kinds)
    {
        foreach (RefEffect effect in element.Effects)
        {
            kinds.Add(effect.Kind);
        }
    }

    private static bool? Happens(RefEffect effect, BodyExit exit, Value? handedOut, BodyContext body)
    {
        if (exit.IsThrown)
        {
            // A call that throws has acquired nothing, and has not done what depends on its answer.
            return !effect.Acquires && effect.When == RefCondition.Always ? null : false;
        }

        if (effect.IsUnconditional || (effect.When == RefCondition.NotNull && effect.WhenParameter is null && handedOut is not null && handedOut == exit.Returned))
        {
            return true;
        }

        IParameterSymbol? parameter = null;
        if (effect.WhenParameter is { } name)
        {
            parameter = Find(body.Method.Parameters, name);
            if (parameter is null)
            {
                return null;
            }
        }

        return new ExitAnswer(effect.When, parameter).IsGivenBy(exit, body);
    }

    private static IParameterSymbol? Find(ImmutableArray<IParameterSymbol> parameters, string name)
    {
        foreach (IParameterSymbol parameter in parameters)
        {
            if (parameter.Name == name)
            {
                return parameter;
            }
        }

        return null;
    }
}
