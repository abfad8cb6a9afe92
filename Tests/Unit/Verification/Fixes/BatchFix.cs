using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>One iteration is a Fix All that starts from one diagnostic.</summary>
internal sealed class BatchFix : IFixStep
{
    private readonly FixAllScope _scope;
    private readonly DiagnosticSource _source;

    public BatchFix(FixAllScope scope, DiagnosticSource source)
    {
        _scope = scope;
        _source = source;
    }

    public async Task<CodeAction> GetActionAsync(OfferedFix fix, IVerifier verifier, CancellationToken cancellationToken)
    {
        var name = fix.Provider.GetType().Name;
        if (fix.Provider.GetFixAllProvider() is not { } provider)
        {
            verifier.Fail($"{name} has no Fix All.");
            return fix.Action;
        }

        verifier.True(provider.GetSupportedFixAllScopes().Contains(_scope), $"The Fix All of {name} does not support the scope {_scope}.");
        var context = new FixAllContext(
            fix.Document,
            fix.Provider,
            _scope,
            fix.Action.EquivalenceKey,
            fix.Provider.FixableDiagnosticIds,
            new FixAllDiagnosticProvider(_source, fix.Provider.FixableDiagnosticIds, verifier),
            cancellationToken);
        var action = await provider.GetFixAsync(context).ConfigureAwait(false);
        verifier.True(action is not null, $"The Fix All of {name} offers nothing for {ExpectationFormatter.Describe(fix.Diagnostic)}.");
        return action;
    }
}
