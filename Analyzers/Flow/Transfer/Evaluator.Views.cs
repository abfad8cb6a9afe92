using System.Collections.Immutable;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Views: slices and whatever else shows an object that somebody else lends.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Who stores a view has stored what it shows: that can be reached through it, and need not be named again.</summary>
    private void EscapeShown(Value view)
    {
        for (int depth = 0; depth < MaxLenders && _state.ResourceOf(view) is { Provenance: Provenance.Borrowed, Lender: > 0 } resource; depth++)
        {
            view = Values[resource.Lender];
            Escape(view);
        }
    }

    /// <summary><c>view[..n]</c> is the call of <c>Slice</c> that the compiler makes of it.</summary>
    private Value VisitRange(IImplicitIndexerReferenceOperation range, IMethodSymbol slice)
    {
        Value view = Visit(range.Instance);
        TestAnswers(Visit(range.Argument));
        return _dead || !Dereference(view, range.Instance)
            ? Values.Null
            : Perform(new Call(range, slice, _context.ContractOfCall(slice), view, range.Instance, ImmutableArray<CallArgument>.Empty), range.Type, slice);
    }
}
