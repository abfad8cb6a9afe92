using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM1007: a DAX holder that cannot be told that the device is gone.</summary>
internal static class MissingFailureNotification
{
    /// <param name="method">The method that the holder is told by.</param>
    /// <param name="what">What it does instead of anything, for the end of a sentence.</param>
    public static Diagnostic Report(IMethodSymbol method, string what) =>
        Diagnostic.Create(Descriptors.MissingFailureNotification, method.Locations[0], method.ContainingType.Name, what);
}
