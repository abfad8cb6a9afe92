using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>
/// Loops that acquire one element of an array after the other. What they have acquired is a prefix of the array: as long
/// as the index goes up one by one, its length is the index, and who rolls back must not go beyond it.
/// </summary>
internal sealed partial class Evaluator
{
    /// <summary>An object was acquired that is an element of an array: the prefix is one longer, if it is the next one.</summary>
    private void ExtendPrefix(Call call, RefEffect effect, Value element)
    {
        FlowState state = _state;
        for (int i = 0; i < state.Names.Count; i++)
        {
            Name name = _context.Names[state.Names.KeyAt(i)];
            if (state.Names.ValueAt(i) != element || name is not { Symbol: null, Receiver: >= 0, Index: >= 0 }
                || ResourceFor(Values[name.Receiver]) is not { Escaped: false } whole)
            {
                continue;
            }

            Value index = Values[name.Index];
            Holding holding = whole.HoldingOf(effect.Kind);
            bool isNext = holding.Max == 0 ? index is ConstantValue { Constant: 0L } : holding.IsPrefix && holding.Batch == index.Id;
            Value next = isNext ? Arithmetic(BinaryOperatorKind.Add, index, Values.Constant(1L), call.Operation) : Values.Null;
            _state = _state.WithResource(Values[name.Receiver], whole.With(holding with
            {
                IsPrefix = holding.IsPrefix || holding.Max == 0,
                Max = System.Math.Max(holding.Max, 1),
                Batch = isNext ? next.Id : SeveralBatches,
                Site = SiteOf(call).Id,
            }));
        }
    }

    /// <summary>One element of the prefix is given up; the last one makes it shorter.</summary>
    private void ShortenPrefix(Call call, RefEffect effect, Value array, Resource whole, Holding holding, Value index)
    {
        Value length = Values[holding.Batch];

        // Of elements that are named one by one, rather than counted, two may be the same object.
        if (length is not ConstantValue && IsLentArray(array) && BeyondPrefix(call, length, index, array) is { } bound)
        {
            ReportMiscount(call, array, whole, holding, call.Place, bound);
            _state = _state.WithResource(array, whole.Escape());
            return;
        }

        if (Arithmetic(BinaryOperatorKind.Add, index, Values.Constant(1L), call.Operation) == length)
        {
            bool isEmpty = index is ConstantValue { Constant: 0L };
            _state = _state.WithResource(array, whole.With(holding with { Batch = isEmpty ? 0 : index.Id, Max = isEmpty ? 0 : holding.Max }));
        }
    }

    /// <summary>How many elements are given up by a release beyond the prefix, in the words of the source.</summary>
    private string? BeyondPrefix(Call call, Value length, Value index, Value array)
    {
        bool stale = false;
        if (Conditions.Decide(_state, Conditions.Less(index, length, orEqual: false), ref stale) != false)
        {
            return BoundBeyond(call, length, index, array);
        }

        ExpressionSyntax? at = (call.ReceiverOperation?.Syntax as ElementAccessExpressionSyntax)?.ArgumentList.Arguments[0].Expression;
        return at is null ? null : $"{(at as PostfixUnaryExpressionSyntax)?.Operand ?? at} + 1";
    }
}
