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
    /// and references taken in the loop on an object from before it are counted only loosely.
    /// </summary>
    public static FlowState AtLoopHead(FlowState state, Loop loop, BodyContext context)
    {
        FlowState result = state;
        for (int i = 0; i < state.Names.Count; i++)
        {
            int id = state.Names.KeyAt(i);
            Name name = context.Names[id];
            Value value = state.Names.ValueAt(i);
            if (loop.Assigns(name) && (value is CompoundValue || value is ConstantValue { Constant: not (null or bool) }))
            {
                OpaqueValue next = NextOf(context, loop.Head, name, id, result);
                result = FollowBatches(result, value, next, context);
                result = result.WithName(id, next);
                result = DropElements(result, next, context);
            }
        }

        for (int i = 0; i < result.Facts.Count; i++)
        {
            Facts facts = result.Facts.ValueAt(i);
            Value value = context.Values[result.Facts.KeyAt(i)];
            if (facts.Resource is { Escaped: false, MayBeHeld: true, CountedInLoop: false } resource
                && !loop.Blocks.Contains(context.SiteOf(value)?.Block ?? -1)
                && resource.Holdings.Any(holding => holding.Max > 0 && loop.Blocks.Contains(context.Sites[holding.Site]?.Block ?? -1)))
            {
                result = result.WithResource(value, resource with { CountedInLoop = true });
            }
        }

        return result;
    }

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
        FlowState result = FlowState.Empty;
        for (int i = 0; i < state.Facts.Count; i++)
        {
            Resource resource = state.Facts.ValueAt(i).Resource ?? new Resource();
            result = result.WithFacts(result.Facts.With(state.Facts.KeyAt(i), new Facts { Resource = resource.Escape() with { Released = false, Lender = 0 } }));
        }

        return result.WithNames(state.Names).AsUncertain();
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
                result = result.WithName(id, Unknown(context, block, context.Names[id], ref result));
            }
        }

        return result.WithFacts(result.Facts.Where((id, facts) => facts.Resource is not null || facts.Equals(right.Facts.Find(id))));
    }

    private static Value Unknown(BodyContext context, int block, Name name, ref FlowState state)
    {
        OpaqueValue value = UnknownOf(context, block, name, version: 0);

        // Nothing that was concluded from the value of an earlier round holds for this one.
        state = state.WithFacts(state.Facts.Where((id, _) => !Reachability.Mentions(context.Values[id], value)));
        return value;
    }

    private static OpaqueValue UnknownOf(BodyContext context, int block, Name name, int version)
    {
        Site site = context.Sites.Of((block, name), context.Graph.OriginalOperation.Syntax);
        site.Block = block;
        return context.Values.Opaque(site.Id, version, null);
    }

    /// <summary>The number of the next round. What another variable has kept of an earlier one is another number.</summary>
    private static OpaqueValue NextOf(BodyContext context, int head, Name name, int id, FlowState state)
    {
        for (int version = 0; ; version++)
        {
            OpaqueValue value = UnknownOf(context, head, name, version);
            if (version == MaxRounds || !IsKept(state, value, id, context))
            {
                return value;
            }
        }
    }

    private const int MaxRounds = 2;

    private static bool IsKept(FlowState state, Value value, int except, BodyContext context)
    {
        for (int i = 0; i < state.Names.Count; i++)
        {
            if (state.Names.KeyAt(i) != except && context.Names[state.Names.KeyAt(i)].Symbol is not null && Reachability.Mentions(state.Names.ValueAt(i), value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What was counted by the number is counted by its successor: as many more or less as before.</summary>
    private static FlowState FollowBatches(FlowState state, Value last, OpaqueValue next, BodyContext context)
    {
        FlowState result = state;
        for (int i = 0; i < state.Facts.Count; i++)
        {
            if (state.Facts.ValueAt(i).Resource is not { Escaped: false, IsBatch: true } resource)
            {
                continue;
            }

            Resource followed = resource;
            foreach (Holding holding in resource.Holdings)
            {
                if (holding is { Batch: > 0, IsPrefix: true })
                {
                    Value batch = context.Values[holding.Batch];
                    followed = Linear.Difference(batch, last) is { } offset
                        ? followed.With(holding with { Batch = (offset == 0 ? next : (Value)context.Values.Compound(ValueOperator.Add, next, context.Values.Constant(offset))).Id })
                        : Reachability.Mentions(batch, next) ? followed.With(holding with { Batch = -1 }) : followed;
                }
            }

            result = result.WithResource(context.Values[state.Facts.KeyAt(i)], followed);
        }

        return result;
    }

    /// <summary>The element at the index is another one in every round.</summary>
    private static FlowState DropElements(FlowState state, Value index, BodyContext context)
    {
        FlowState result = state;
        for (int i = 0; i < state.Names.Count; i++)
        {
            if (context.Names[state.Names.KeyAt(i)] is { Symbol: null, Receiver: >= 0, Index: >= 0 and var at } && Reachability.Mentions(context.Values[at], index))
            {
                result = result.WithoutName(state.Names.KeyAt(i));
                if (state.ResourceOf(state.Names.ValueAt(i)) is null or { Provenance: Provenance.Foreign })
                {
                    result = result.WithFacts(result.Facts.Without(state.Names.ValueAt(i).Id));
                }
            }
        }

        return result;
    }
}
