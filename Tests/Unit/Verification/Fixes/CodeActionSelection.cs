using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.CodeActions;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Which of the actions offered for a diagnostic a test applies, and what it checks of it.</summary>
internal sealed record CodeActionSelection(int? Index, string? EquivalenceKey, Action<CodeAction, IVerifier>? Check)
{
    /// <summary><see langword="null"/>: none of them.</summary>
    public CodeAction? Select(ImmutableArray<CodeAction> offered, IVerifier verifier)
    {
        var candidates = EquivalenceKey is null ? offered : offered.RemoveAll(action => action.EquivalenceKey != EquivalenceKey);
        var selected = candidates.ElementAtOrDefault(Index ?? 0);
        if (selected is not null)
        {
            Check?.Invoke(selected, verifier);
        }

        return selected;
    }
}
