using System.Collections.Immutable;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.Transfer;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Summaries;

/// <summary>An answer by which a body can tell its caller what it did: its return value, or a <c>bool</c> that it writes.</summary>
/// <param name="When">The condition on the answer.</param>
/// <param name="Parameter">The <c>ref</c> or <c>out</c> parameter that has it; <see langword="null"/>: the return value.</param>
internal sealed record ExitAnswer(RefCondition When, IParameterSymbol? Parameter)
{
    /// <summary>Every answer that a method with this signature can give, the plainest first.</summary>
    public static ImmutableArray<ExitAnswer> Of(IMethodSymbol method)
    {
        var answers = ImmutableArray.CreateBuilder<ExitAnswer>();
        Add(ReturnTypeOf(method), null);
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            {
                Add(parameter.Type, parameter);
            }
        }

        return answers.ToImmutable();

        void Add(ITypeSymbol? type, IParameterSymbol? parameter)
        {
            foreach (RefCondition when in ConditionsOn(type))
            {
                answers.Add(new ExitAnswer(when, parameter));
            }
        }
    }

    /// <summary>The type of the value that a caller gets; of a task, once it is awaited. <see langword="null"/>: there is none.</summary>
    public static ITypeSymbol? ReturnTypeOf(IMethodSymbol method) =>
        method.ReturnsVoid ? null
        : CallTarget.IsTask(method.ReturnType, out ITypeSymbol? awaited) ? awaited
        : method.ReturnType;

    /// <summary>Whether the exit gives the answer; <see langword="null"/> where nobody can tell.</summary>
    public bool? IsGivenBy(BodyExit exit, BodyContext body) =>
        AnswerOf(exit, body) is { } answer ? body.Conditions.DecideAnswer(exit.State, answer, When) : null;

    private Value? AnswerOf(BodyExit exit, BodyContext body) =>
        Parameter is null ? exit.Returned : exit.State.Names.Find(body.Names.IdOf(Name.Of(Parameter)));

    private static ImmutableArray<RefCondition> ConditionsOn(ITypeSymbol? type) => type switch
    {
        null => ImmutableArray<RefCondition>.Empty,
        { SpecialType: SpecialType.System_Boolean } => ImmutableArray.Create(RefCondition.True, RefCondition.False),
        { TypeKind: TypeKind.Enum } or { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 } =>
            ImmutableArray.Create(RefCondition.Zero, RefCondition.NonZero, RefCondition.Positive, RefCondition.NonNegative),
        { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } =>
            ImmutableArray.Create(RefCondition.NotNull, RefCondition.Null),
        _ => ImmutableArray<RefCondition>.Empty,
    };
}
