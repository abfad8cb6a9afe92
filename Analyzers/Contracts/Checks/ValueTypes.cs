using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts.Checks;

/// <summary>What can be counted with, asked, or be counted. A type that is not known is taken to be right.</summary>
internal static class ValueTypes
{
    public static bool IsInteger(ITypeSymbol type) =>
        IsOpen(type) || type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    public static bool IsBool(ITypeSymbol type) => IsOpen(type) || WithoutNullable(type).SpecialType == SpecialType.System_Boolean;

    /// <summary>Whether values of the type are never handles of something that is counted.</summary>
    public static bool IsNeverCounted(ITypeSymbol type)
    {
        type = WithoutNullable(type);
        return type.TypeKind == TypeKind.Enum
            || type.SpecialType is SpecialType.System_Void or SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_Single
                or SpecialType.System_Double or SpecialType.System_Decimal or SpecialType.System_DateTime;
    }

    /// <summary>Whether a value of the type can be such that the condition holds, and such that it does not.</summary>
    public static bool CanAnswer(ITypeSymbol type, RefCondition when)
    {
        if (IsOpen(type))
        {
            return true;
        }

        return when switch
        {
            RefCondition.True or RefCondition.False => IsBool(type) || HasConversionTo(type, SpecialType.System_Boolean),
            RefCondition.NotNull or RefCondition.Null => type.IsReferenceType || IsNullable(type) || IsPointer(type),
            RefCondition.Zero or RefCondition.NonZero or RefCondition.Positive or RefCondition.NonNegative =>
                IsPointer(type) || (type.IsValueType && WithoutNullable(type).SpecialType != SpecialType.System_Boolean),
            _ => true,
        };
    }

    /// <summary>A type parameter, <c>dynamic</c>, or something that does not compile.</summary>
    private static bool IsOpen(ITypeSymbol type) => type.TypeKind is TypeKind.TypeParameter or TypeKind.Dynamic or TypeKind.Error;

    private static bool IsPointer(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer || type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    private static bool IsNullable(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static ITypeSymbol WithoutNullable(ITypeSymbol type) => IsNullable(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;

    private static bool HasConversionTo(ITypeSymbol type, SpecialType to)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Conversion } conversion && conversion.ReturnType.SpecialType == to
                || member is IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator, Name: WellKnownMemberNames.TrueOperatorName })
            {
                return true;
            }
        }

        return false;
    }
}
