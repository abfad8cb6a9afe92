using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>What holds behind a call that only comes back if it does.</summary>
internal enum Assertion
{
    /// <summary>The call is no assertion.</summary>
    None,

    /// <summary>It asserts something that has no words here.</summary>
    Unknown,

    /// <summary>Its first argument is true.</summary>
    True,

    /// <summary>Its first argument is false.</summary>
    False,

    /// <summary>Its first argument is null.</summary>
    Null,

    /// <summary>Its first argument is not null.</summary>
    NotNull,

    /// <summary>Its first two arguments are equal.</summary>
    Equal,

    /// <summary>Its first two arguments are not equal.</summary>
    NotEqual,
}

/// <summary>
/// Knows the assertions of test frameworks by the names that they share: only the newer ones say in attributes what
/// holds afterwards.
/// </summary>
internal static class AssertionMember
{
    public static Assertion Of(ISymbol member)
    {
        if (member is not IMethodSymbol { IsStatic: true, ContainingType.Name: "Assert" or "ClassicAssert" or "Debug" or "Trace" or "Contract" } method)
        {
            return Assertion.None;
        }

        bool isCondition = method.Parameters.Length > 0 && IsBool(method.Parameters[0].Type);
        return method.Name switch
        {
            "True" or "IsTrue" or "That" or "Assert" or "Requires" or "Assume" when isCondition => Assertion.True,
            "False" or "IsFalse" when isCondition => Assertion.False,
            "Null" or "IsNull" when method.Parameters.Length > 0 => Assertion.Null,
            "NotNull" or "IsNotNull" when method.Parameters.Length > 0 => Assertion.NotNull,
            "Equal" or "AreEqual" or "StrictEqual" or "Same" or "AreSame" when method.Parameters.Length > 1 => Assertion.Equal,
            "NotEqual" or "AreNotEqual" or "NotStrictEqual" or "NotSame" or "AreNotSame" when method.Parameters.Length > 1 => Assertion.NotEqual,
            "Write" or "WriteLine" or "WriteIf" or "WriteLineIf" or "Print" or "Indent" or "Unindent" or "Flush" => Assertion.None,
            _ => Assertion.Unknown,
        };
    }

    private static bool IsBool(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Boolean
        || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && nullable.TypeArguments[0].SpecialType == SpecialType.System_Boolean);
}
