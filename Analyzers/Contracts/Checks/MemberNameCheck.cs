using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts.Checks;

/// <summary>Whether a statement that speaks of a member of an object names one.</summary>
internal static class MemberNameCheck
{
    public static ContractMistake? Find(ContractStatement statement) => statement.Word switch
    {
        ContractWord.AcquiresRef or ContractWord.ReleasesRef => Target(statement),
        ContractWord.OwnedRef when statement.Place is ContractPlace.Field or ContractPlace.Property => Flag(statement),
        _ => null,
    };

    /// <summary>Whether the type has a member of that name, its own or inherited.</summary>
    public static bool Names(ITypeSymbol? type, string name) => type is not null && MembersOf(type).Any(member => member.Name == name);

    private static ContractMistake? Target(ContractStatement statement)
    {
        if (statement.Arguments.TextOrNull("Member") is not { } path || statement.TargetType is not { } type)
        {
            return null;
        }

        foreach (string name in path.Split('.'))
        {
            if (!IsKnown(type))
            {
                return null;
            }

            ISymbol? member = MembersOf(type).FirstOrDefault(candidate => candidate.Name == name && TypeOf(candidate) is not null);
            if (member is null)
            {
                return NameCheck.Missing(type.Name, "member", "Member", name, MembersOf(type).Where(static candidate => TypeOf(candidate) is not null).Select(static candidate => candidate.Name));
            }

            type = TypeOf(member)!;
        }

        return null;
    }

    private static ContractMistake? Flag(ContractStatement statement)
    {
        if (statement.Arguments.TextOrNull("WhenMember") is not { } name || statement.Member.ContainingType is not { } type)
        {
            return null;
        }

        var flags = MembersOf(type).Where(static member => TypeOf(member) is { } of && ValueTypes.IsBool(of)).ToList();
        return flags.Exists(flag => flag.Name == name) ? null
            : Names(type, name) ? new ContractMistake($"'{name}' is no bool")
            : NameCheck.Missing(type.Name, "member", "WhenMember", name, flags.Select(static flag => flag.Name));
    }

    /// <summary>A collection may be meant by its elements, and what is behind a type parameter is not known.</summary>
    private static bool IsKnown(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface, SpecialType: SpecialType.None }
        && !type.AllInterfaces.Any(static @interface => @interface.SpecialType == SpecialType.System_Collections_IEnumerable);

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol { IsImplicitlyDeclared: false } field => field.Type,
        IPropertySymbol { Parameters.IsEmpty: true } property => property.Type,
        IMethodSymbol { MethodKind: MethodKind.Ordinary, ReturnsVoid: false, Parameters.IsEmpty: true } method => method.ReturnType,
        _ => null,
    };

    private static IEnumerable<ISymbol> MembersOf(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                yield return member;
            }
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            foreach (ISymbol member in type.AllInterfaces.SelectMany(static @interface => @interface.GetMembers()))
            {
                yield return member;
            }
        }
    }
}
