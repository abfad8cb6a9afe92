using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>
/// A pointer or raw handle that is made a number of: numbers are cut up, sent and put together again, and whoever receives
/// one may give up what it stands for.
/// </summary>
internal static class NumberOfPointer
{
    public static bool Is(IConversionOperation conversion) => IsPointer(conversion.Operand.Type) && IsNumber(conversion.Type);

    public static bool Is(Call call) => call.Member is IMethodSymbol { Name: "ToInt32" or "ToInt64" or "ToUInt32" or "ToUInt64" };

    private static bool IsPointer(ITypeSymbol? type) =>
        type is IPointerTypeSymbol or { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr };

    private static bool IsNumber(ITypeSymbol? type) =>
        type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;
}
