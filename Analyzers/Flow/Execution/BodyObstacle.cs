using System.Linq;
using System.Threading;
using Devmap.Analyzers.Flow.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>What keeps a body from being understood.</summary>
internal static class BodyObstacle
{
    /// <summary>Whether a body is complete and understood, whatever it mentions.</summary>
    public static bool IsWhole(IOperation block, CancellationToken cancellation)
    {
        if (IsHalfTyped(block))
        {
            return false;
        }

        foreach (IOperation operation in block.Descendants())
        {
            cancellation.ThrowIfCancellationRequested();
            if (In(operation) is not null)
            {
                return false;
            }
        }

        return true;
    }

    // The parser has guessed what is meant, and may have guessed wrong.
    public static bool IsHalfTyped(IOperation block) =>
        block.Syntax.ContainsDiagnostics && block.Syntax.GetDiagnostics().Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    // Errors and late binding: whatever were said of such a body would be a guess.
    public static SilenceReason? In(IOperation operation) => operation switch
    {
        IInvalidOperation => SilenceReason.CodeHasErrors,
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation =>
            SilenceReason.LateBinding,
        _ => null,
    };
}
