using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts;

/// <summary>
/// Members of the <c>extension</c> blocks of C# 14. The Roslyn that the analyzers are compiled against does not know them; to
/// it such a block is a nested type without a name.
/// </summary>
internal static class ExtensionMembers
{
    public static bool Contains(ISymbol member) => member.ContainingType is { Name: "", ContainingType.IsStatic: true };

    /// <summary>
    /// The parameter of the block, which has the contract of the receiver: the first of the static method that the compiler
    /// writes for the member. <see langword="null"/> where there is none.
    /// </summary>
    public static IParameterSymbol? ReceiverOf(IMethodSymbol method)
    {
        if (method.IsStatic || !Contains(method))
        {
            return null;
        }

        foreach (ISymbol candidate in method.ContainingType.ContainingType.GetMembers(method.Name))
        {
            if (candidate is IMethodSymbol { IsStatic: true } written && IsWrittenFor(written, method))
            {
                return written.Parameters[0];
            }
        }

        return null;
    }

    private static bool IsWrittenFor(IMethodSymbol written, IMethodSymbol method)
    {
        if (written.Parameters.Length != method.Parameters.Length + 1)
        {
            return false;
        }

        for (int i = 0; i < method.Parameters.Length; i++)
        {
            if (!SymbolEqualityComparer.Default.Equals(written.Parameters[i + 1].Type, method.Parameters[i].Type))
            {
                return false;
            }
        }

        return true;
    }
}
