using System.Collections.Generic;
using System.Collections.Immutable;
using Devmap.Analyzers.Contracts;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Inference;

/// <summary>The attributes that would say what a method was seen to do.</summary>
internal static class ContractProposal
{
    /// <summary>
    /// What would have to be written, each with where: <c>this</c>, <c>return</c>, or the name of a parameter. Empty where
    /// attributes cannot say it all, or would say more than was seen.
    /// </summary>
    public static ImmutableArray<(string Target, string Attribute)> For(IMethodSymbol method, MemberContract seen)
    {
        var none = ImmutableArray<(string, string)>.Empty;
        if (!seen.HasEffects || seen.Receiver.IsUnknown || seen.Receiver.OnThrow != ThrowBehavior.AsStated)
        {
            return none;
        }

        var attributes = ImmutableArray.CreateBuilder<(string Target, string Attribute)>();
        Add("this", seen.Receiver);
        Add("return", seen.Return);
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            ElementContract element = seen.Parameter(parameter.Ordinal);

            // Once a method says something, what it does not speak of is lent.
            if (element.OnThrow != ThrowBehavior.AsStated || (element.IsNone && parameter.RefKind != RefKind.Out && InferencePolicy.CanBeCounted(parameter.Type)))
            {
                return none;
            }

            Add(parameter.Name, element);
        }

        return attributes.ToImmutable();

        void Add(string target, ElementContract element)
        {
            foreach (string attribute in ContractText.AttributesOf(element))
            {
                attributes.Add((target, attribute));
            }
        }
    }

    /// <summary>As a reader would write it: <c>[return: AcquiresRef]</c>, <c>[ReleasesRef] page</c>.</summary>
    public static string Describe(ImmutableArray<(string Target, string Attribute)> proposal)
    {
        var words = new List<string>();
        foreach ((string target, string attribute) in proposal)
        {
            words.Add(target switch
            {
                "this" => $"[{attribute}]",
                "return" => $"[return: {attribute}]",
                _ => $"[{attribute}] {target}",
            });
        }

        return string.Join(", ", words);
    }
}
