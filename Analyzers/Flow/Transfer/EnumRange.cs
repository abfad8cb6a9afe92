using System;
using System.Globalization;
using Devmap.Analyzers.Flow.State;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>The values that an enum is meant to have: a value of it is one of those it names, unless it is a set of flags.</summary>
internal static class EnumRange
{
    public static NumberRange Of(INamedTypeSymbol type)
    {
        if (IsFlags(type))
        {
            return NumberRange.All;
        }

        long min = long.MaxValue, max = long.MinValue;
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is not IFieldSymbol { HasConstantValue: true, ConstantValue: { } constant })
            {
                continue;
            }

            if (constant is ulong and > long.MaxValue)
            {
                return NumberRange.All;
            }

            long value = Convert.ToInt64(constant, CultureInfo.InvariantCulture);
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }

        return min > max ? NumberRange.All : NumberRange.All.AtLeast(min).AtMost(max);
    }

    private static bool IsFlags(INamedTypeSymbol type)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: nameof(FlagsAttribute), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }
}
