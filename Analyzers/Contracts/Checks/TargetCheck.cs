using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts.Checks;

/// <summary>Whether what a statement speaks of is there, and can be what is said of it.</summary>
internal static class TargetCheck
{
    public static ContractMistake? Find(ContractStatement statement)
    {
        if (statement.Place == ContractPlace.Return && statement.Member is IMethodSymbol { ReturnsVoid: true } method)
        {
            return new ContractMistake($"'{method.Name}' returns nothing");
        }

        return statement.Word switch
        {
            ContractWord.AcquiresRef or ContractWord.OwnedRef => Counted(statement),
            ContractWord.ReleasesRef => Released(statement) ?? Counted(statement),
            ContractWord.RequiresRef => Given(statement) ?? Counted(statement),
            ContractWord.RefCounter => Counter((IFieldSymbol)statement.Member),
            ContractWord.RefTest or ContractWord.TraitTest => Test(statement),
            ContractWord.RunsAtDispose => Guard(statement),
            _ => null,
        };
    }

    private static ContractMistake? Counted(ContractStatement statement) =>
        statement.Target == ContractTarget.Value && statement.TargetType is { } type && ValueTypes.IsNeverCounted(type)
            ? new ContractMistake($"nobody counts references on a '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'")
            : null;

    private static ContractMistake? Released(ContractStatement statement) =>
        statement.Arguments.Flag("All") && statement.Arguments.TextOrNull("Count") is { } count
            ? new ContractMistake($"it ends all references, and only as many as '{count}' says")
            : Given(statement);

    private static ContractMistake? Given(ContractStatement statement) =>
        statement.Parameter is { RefKind: RefKind.Out } parameter
            ? new ContractMistake($"'{parameter.Name}' only comes out: the caller has nothing there when it calls")
            : null;

    private static ContractMistake? Counter(IFieldSymbol field) =>
        !ValueTypes.IsInteger(field.Type) ? new ContractMistake($"'{field.Name}' is no integer, and counts nothing")
        : field.IsConst || field.IsReadOnly ? new ContractMistake($"'{field.Name}' never changes, and counts nothing")
        : null;

    private static ContractMistake? Test(ContractStatement statement) =>
        statement.AnswerType is { } answer && (ValueTypes.IsBool(answer) || (statement.Parameter is not null && ValueTypes.CanAnswer(answer, RefCondition.NotNull)))
            ? null
            : new ContractMistake($"'{statement.Member.Name}' is no bool, and tests nothing");

    private static ContractMistake? Guard(ContractStatement statement)
    {
        ITypeSymbol type = statement.Parameter!.Type;
        if (type.TypeKind is not (TypeKind.Delegate or TypeKind.TypeParameter or TypeKind.Dynamic or TypeKind.Error)
            && type.SpecialType is not (SpecialType.System_Delegate or SpecialType.System_MulticastDelegate))
        {
            return new ContractMistake($"'{statement.Parameter.Name}' is no delegate that could run");
        }

        return statement.Member is IMethodSymbol { ReturnsVoid: true, MethodKind: not MethodKind.Constructor }
            ? new ContractMistake($"'{statement.Member.Name}' returns nothing that could be disposed")
            : null;
    }
}
