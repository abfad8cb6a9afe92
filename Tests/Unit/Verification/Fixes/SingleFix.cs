using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>One iteration fixes one diagnostic.</summary>
internal sealed class SingleFix : IFixStep
{
    public static readonly SingleFix Instance = new();

    public Task<CodeAction> GetActionAsync(OfferedFix fix, IVerifier verifier, CancellationToken cancellationToken) =>
        Task.FromResult(fix.Action);
}
