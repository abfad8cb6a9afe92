using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts.Checks;

/// <summary>One word of the contract language in its place, with everything around it that it may speak of.</summary>
/// <param name="Word">What is said.</param>
/// <param name="Place">Where; <see langword="null"/>: in a place for which there are no words at all, on an event for example.</param>
/// <param name="Member">The member on whose declaration it stands.</param>
/// <param name="Parameter">The parameter on which it stands; <see langword="null"/> in every other place.</param>
/// <param name="Arguments">How.</param>
internal sealed record ContractStatement(ContractWord Word, ContractPlace? Place, ISymbol Member, IParameterSymbol? Parameter, ContractArguments Arguments)
{
    public const string This = "this";
    public const string Return = "return";

    public ContractTarget Target => Place is { } place ? ContractPlaces.TargetOf(Word, place) : ContractTarget.Nowhere;

    /// <summary>The parameters that it may name.</summary>
    public ImmutableArray<IParameterSymbol> Parameters => Member switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => ImmutableArray<IParameterSymbol>.Empty,
    };

    public bool IsConstructor => Member is IMethodSymbol { MethodKind: MethodKind.Constructor };

    /// <summary>Whether a call has a receiver, or makes a new object that stands for it.</summary>
    public bool HasReceiver => !Member.IsStatic || Member is IMethodSymbol { IsExtensionMethod: true };

    /// <summary>The static type of the object that it speaks of.</summary>
    public ITypeSymbol? TargetType => Target == ContractTarget.Receiver ? ReceiverType : Place switch
    {
        ContractPlace.Parameter => Parameter!.Type,
        _ => AnswerType,
    };

    /// <summary>What a call answers: of a task, what awaiting it yields; <see langword="null"/>: nothing.</summary>
    public ITypeSymbol? AnswerType => Member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } or IMethodSymbol { ReturnsVoid: true } => null,
        IMethodSymbol method => Awaited(method.ReturnType),
        IPropertySymbol property => property.Type,
        IFieldSymbol variable => variable.Type,
        _ => null,
    };

    public IParameterSymbol? ParameterNamed(string name)
    {
        foreach (IParameterSymbol parameter in Parameters)
        {
            if (parameter.Name == name)
            {
                return parameter;
            }
        }

        return null;
    }

    private ITypeSymbol? ReceiverType => Member is IMethodSymbol { IsExtensionMethod: true, Parameters: { IsEmpty: false } parameters }
        ? parameters[0].Type
        : Member.ContainingType;

    private static ITypeSymbol? Awaited(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } } task
            ? task.TypeArguments.Length == 1 ? task.TypeArguments[0] : null
            : type;
}
