using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts;

/// <summary>
/// Which methods are a type's own release: those with a releasing contract on the receiver, what <c>Dispose</c> is
/// usually divided into, and the finalizer.
/// </summary>
internal static class OwnReleases
{
    public static bool IsOwnRelease(IMethodSymbol method, ContractProvider contracts)
    {
        if (method.IsStatic)
        {
            return false;
        }

        return method.MethodKind == MethodKind.Destructor
            || (method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation
                && (IsPartOfDispose(method) || IsReleaseHandle(method) || ReleasesReceiver(contracts.Of(method))));
    }

    /// <summary>Whether the contract of a release promises that a second call finds nothing to do.</summary>
    public static bool MayRunAgain(IMethodSymbol method, ContractProvider contracts)
    {
        bool again = false;
        foreach (RefEffect effect in contracts.Of(method).Receiver.Effects)
        {
            if (!effect.Acquires)
            {
                if (!effect.Idempotent)
                {
                    return false;
                }

                again = true;
            }
        }

        return again || IsDisposeOfBool(method);
    }

    /// <summary><c>Dispose(bool)</c> and <c>DisposeAsyncCore</c>, which <c>Dispose</c> and <c>DisposeAsync</c> call.</summary>
    private static bool IsPartOfDispose(IMethodSymbol method) =>
        IsDisposeOfBool(method) || method is { Name: "DisposeAsyncCore", Parameters.IsEmpty: true };

    private static bool IsDisposeOfBool(IMethodSymbol method) =>
        method is { Name: "Dispose", ReturnsVoid: true, Parameters.Length: 1 } && method.Parameters[0].Type.SpecialType == SpecialType.System_Boolean;

    private static bool IsReleaseHandle(IMethodSymbol method) =>
        method is { Name: "ReleaseHandle", IsOverride: true, Parameters.IsEmpty: true };

    private static bool ReleasesReceiver(MemberContract contract)
    {
        foreach (RefEffect effect in contract.Receiver.Effects)
        {
            if (!effect.Acquires && effect.Member is null)
            {
                return true;
            }
        }

        return false;
    }
}
