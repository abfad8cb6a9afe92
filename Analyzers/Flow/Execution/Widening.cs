using System.Linq;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>Forgets on purpose: so that loops come to rest, and so that paths that hold the same can become one.</summary>
internal static class Widening
{
    /// <summary>
    /// The state in which a loop goes round again: numbers that the loop changes are numbers of which nothing is known,
    /// but for those that the body names itself, and references taken in the loop on an object from before it are counted
    /// only loosely.
    /// </summary>
    public static FlowState AtLoopHead(FlowState state, Loop loop, BodyContext context)
    {
        FlowState result = state;
        for (int i = 0; i < state.Names.Count; i++)
        {
            int id = state.Names.KeyAt(i);
            Name name = context.Names[id];
            Value value = state.Names.ValueAt(i);
            if (IsCounted(value, context) && (loop.Assigns(name) || (name.Symbol is { } symbol && context.Nested.Assigns(symbol))))
            {
                Value unknown = Unknown(context, loop.Head, name, ref result);
                result = result.WithName(id, unknown);
            }
        }

        for (int i = 0; i < result.Facts.Count; i++)
        {
            Facts facts = result.Facts.ValueAt(i);
            Value value = context.Values[result.Facts.KeyAt(i)];
            if (facts.Resource is { Escaped: false, MayBeHeld: true, CountedInLoop: false } resource
                && !context.IsIn(loop, context.SiteOf(value))
                && resource.Holdings.Any(holding => holding.Max > 0 && context.IsIn(loop, context.Sites[holding.Site])))
            {
                result = result.WithResource(value, resource with { CountedInLoop = true });
            }
        }

        return result;
    }

    // What is computed in each round would go on being computed for ever.
    private static bool IsCounted(Value value, BodyContext context) => value switch
    {
        CompoundValue or BlurredValue => true,
        ConstantValue { Constant: not (null or bool) } constant => !context.Loops.Keeps(constant),
        _ => false,
    };

    /// <summary>Whether the two hold the same references on the same objects.</summary>
    public static bool HoldSame(FlowState left, FlowState right)
    {
        return CoveredBy(left, right) && CoveredBy(right, left);

        static bool CoveredBy(FlowState state, FlowState other)
        {
            for (int i = 0; i < state.Facts.Count; i++)
            {
                if (state.Facts.ValueAt(i).Resource is { } resource
                    && !resource.Equals(other.Facts.Find(state.Facts.KeyAt(i))?.Resource))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>The state with every claim given up: whatever happens from here on, nothing is said of what is held now.</summary>
    public static FlowState LetGo(FlowState state)
    {
        IntMap<Facts> facts = state.Facts.Select(static known =>
            new Facts { Resource = (known.Resource ?? new Resource()).Escape() with { Released = false, Lender = 0 } });
        return FlowState.Empty.WithFacts(facts).WithNames(state.Names).AsUncertain();
    }

    /// <summary>What both states agree on.</summary>
    public static FlowState Join(FlowState left, FlowState right, int block, BodyContext context)
    {
        FlowState result = left;
        for (int i = 0; i < left.Names.Count; i++)
        {
            int id = left.Names.KeyAt(i);
            if (right.Names.Find(id) != left.Names.ValueAt(i))
            {
                Value unknown = Unknown(context, block, context.Names[id], ref result);
                result = result.WithName(id, unknown);
            }
        }

        return result.WithFacts(result.Facts.Where((id, facts) => facts.Resource is not null || facts.Equals(right.Facts.Find(id))));
    }

    private static Value Unknown(BodyContext context, int block, Name name, ref FlowState state)
    {
        Site site = context.Sites.Of((block, name), context.Graph.OriginalOperation.Syntax);
        site.At(context, block);
        OpaqueValue value = context.Values.Opaque(site.Id, 0, null);
        if (state.Names.Find(context.Names.IdOf(name)) is { } forgotten)
        {
            // Who asks for the unknown value may be asking for this one.
            context.Answers.Ask(forgotten);
        }

        // Nothing that was concluded from the value of an earlier round holds for this one.
        state = state.WithFacts(state.Facts.Where((id, _) => !Reachability.Mentions(context.Values[id], value)));

        // The element at an index is not the one that was there in an earlier round.
        state = state.WithNames(state.Names.Where((id, _) =>
            context.Names[id] is not { Index: >= 0 and var index } || !Reachability.Mentions(context.Values[index], value)));
        return value;
    }
}
