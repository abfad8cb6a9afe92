using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What one iteration of a fix test applies.</summary>
internal interface IFixStep
{
    /// <summary>The action to apply, once the provider has offered <paramref name="fix"/>.</summary>
    Task<CodeAction> GetActionAsync(OfferedFix fix, IVerifier verifier, CancellationToken cancellationToken);
}
