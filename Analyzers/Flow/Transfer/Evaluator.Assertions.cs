using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Calls that come back only if a condition holds: assertions.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Behind <c>[DoesNotReturnIf(false)] condition</c> the condition is true; where it cannot be, the path ends here.</summary>
    private void AssumeAsserted(Call call)
    {
        AssumeByName(call);
        foreach (CallArgument argument in call.Arguments)
        {
            if (!_dead && argument.Parameter is { } parameter && DoesNotReturnIf(parameter) is { } answer)
            {
                Require(Conditions.Assume(_state, argument.Value, !answer));
            }
        }
    }

    /// <summary>Whether the call may come back for some answers only, and nobody says for which.</summary>
    private static bool MayStopAt(Call call, bool mayKeep) =>
        call.Operation is IInvocationOperation && (mayKeep || AssertionMember.Of(call.Member) == Assertion.Unknown);

    private void AssumeByName(Call call)
    {
        Assertion assertion = _dead || call.Arguments.IsEmpty ? Assertion.None : AssertionMember.Of(call.Member);
        if (assertion is Assertion.None or Assertion.Unknown)
        {
            return;
        }

        // Arguments stand in the order in which they are written.
        Value first = ArgumentAt(call, 0)?.Value ?? Values.True;
        (Value asserted, bool truth) = assertion switch
        {
            Assertion.True or Assertion.False => (first, assertion == Assertion.True),
            Assertion.Null or Assertion.NotNull => (Conditions.Equal(_state, first, Values.Null), assertion == Assertion.Null),
            _ => (Conditions.Equal(_state, first, ArgumentAt(call, 1)?.Value ?? first), assertion == Assertion.Equal),
        };
        Require(Conditions.Assume(_state, asserted, truth));
    }

    /// <summary>The value of the parameter with which the call does not come back; <see langword="null"/>: nothing is said.</summary>
    private static bool? DoesNotReturnIf(IParameterSymbol parameter)
    {
        if (parameter.Type.SpecialType != SpecialType.System_Boolean)
        {
            return null;
        }

        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "DoesNotReturnIfAttribute", ContainingNamespace.Name: "CodeAnalysis" }
                && attribute.ConstructorArguments is { Length: 1 } arguments)
            {
                return arguments[0].Value as bool?;
            }
        }

        return null;
    }
}
