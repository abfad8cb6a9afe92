using System.Collections.Generic;
using System.Collections.Immutable;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;

namespace Devmap.Analyzers.Flow.Names;

/// <summary>Forgets what nothing can ask for any more.</summary>
internal static class Reachability
{
    /// <summary>Whether the value is computed from <paramref name="part"/>, or is it.</summary>
    public static bool Mentions(Value value, Value part) =>
        value == part || (value is CompoundValue compound && (Mentions(compound.Left, part) || (compound.Right is { } right && Mentions(right, part))));

    /// <summary>
    /// The state without the names that are not live in the block and the facts that nothing live can reach. Names of
    /// held objects stay: whoever loses the last of them leaks it.
    /// </summary>
    public static FlowState Prune(FlowState state, int block, BodyContext context)
    {
        IntMap<Value> names = state.Names.Where((id, value) =>
        {
            Name name = context.Names[id];
            return name.Receiver != Name.NoValue
                || context.IsLive(block, id)
                || IsHeld(state, value, context)
                || (name.Symbol is Microsoft.CodeAnalysis.IParameterSymbol { RefKind: not Microsoft.CodeAnalysis.RefKind.None });
        });

        BitSet reachable = context.Reachable;
        reachable.Clear();
        reachable.Add(context.ThisValue.Id);
        if (context.Activation is { } activation)
        {
            // The caller goes on with what it knew.
            for (int i = 0; i < activation.Entry.Facts.Count; i++)
            {
                reachable.Add(activation.Entry.Facts.KeyAt(i));
            }
        }

        for (int i = 0; i < state.Facts.Count; i++)
        {
            // What became of the caller's objects is asked at the end.
            if (context.IsCallers(state.Facts.KeyAt(i)) && state.Facts.ValueAt(i) is { Resource: not null } or { Nullness: Nullness.Null })
            {
                reachable.Add(state.Facts.KeyAt(i));
            }
        }

        for (int i = 0; i < names.Count; i++)
        {
            if (context.Names[names.KeyAt(i)].Receiver < 0)
            {
                Mark(names.ValueAt(i), reachable);
            }
        }

        for (int i = 0; i < state.Facts.Count; i++)
        {
            if (state.Facts.ValueAt(i).Resource is { Escaped: false, MayBeHeld: true } resource)
            {
                Mark(context.Values[state.Facts.KeyAt(i)], reachable);
                reachable.Add(resource.Lender);
                if (resource.Keeper > 0)
                {
                    reachable.Add(resource.Keeper);
                }

                foreach (Holding holding in resource.Holdings)
                {
                    if (holding.Batch > 0)
                    {
                        // How many there are is asked once more when they are given up.
                        Mark(context.Values[holding.Batch], reachable);
                        MarkAll(context.BatchRequests, holding.Batch, context, reachable);
                    }
                }
            }
        }

        // What is read through a reachable value is reachable, as often as it takes.
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int i = 0; i < names.Count; i++)
            {
                Name name = context.Names[names.KeyAt(i)];
                if (name.Receiver >= 0 && reachable.Contains(name.Receiver) && !reachable.Contains(names.ValueAt(i).Id)
                    && (name.Symbol is null || context.IsLive(block, names.KeyAt(i)) || context.Carriers.Contains(name.Receiver) || IsOwed(state, names.ValueAt(i), context)))
                {
                    Mark(names.ValueAt(i), reachable);
                    changed = true;
                }
            }

            for (int i = 0; i < state.Facts.Count; i++)
            {
                if (state.Facts.ValueAt(i).Resource is { AliveThrough: > 0 } borrowed && reachable.Contains(state.Facts.KeyAt(i)) && reachable.Add(borrowed.AliveThrough))
                {
                    changed = true;
                }
            }
        }

        names = names.Where((id, value) =>
        {
            Name name = context.Names[id];
            return name.Receiver < 0
                || (reachable.Contains(name.Receiver) && (name.Symbol is null || context.IsLive(block, id) || context.Carriers.Contains(name.Receiver) || IsHeld(state, value, context)));
        });
        IntMap<Facts> facts = state.Facts.Where((id, _) => reachable.Contains(id) || IsComputedFrom(context.Values[id], reachable));
        return state.WithNames(names).WithFacts(facts);
    }

    // What the end of the body will ask for.
    private static bool IsOwed(FlowState state, Value value, BodyContext context) =>
        state.ResourceOf(value) is { Escaped: false } resource
        && (resource.UnbackedStore != 0 || resource.Dangles || (context.IsOwnRelease && resource.SlotKind is not null));

    private static bool IsHeld(FlowState state, Value value, BodyContext context) =>
        state.ResourceOf(value) is { Escaped: false } resource
        && (resource.MayBeHeld || resource.SlotKind is not null || resource.UnbackedStore != 0 || resource.Dangles
            || (context.IsOwnRelease && resource.Provenance == Provenance.OwnedCollection));

    private static void MarkAll(Dictionary<int, ImmutableArray<int>> requests, int batch, BodyContext context, BitSet reachable)
    {
        if (requests.TryGetValue(batch, out ImmutableArray<int> counts))
        {
            foreach (int count in counts)
            {
                Mark(context.Values[count], reachable);
            }
        }
    }

    private static void Mark(Value value, BitSet reachable)
    {
        reachable.Add(value.Id);
        if (value is CompoundValue compound)
        {
            Mark(compound.Left, reachable);
            if (compound.Right is { } right)
            {
                Mark(right, reachable);
            }
        }
    }

    // A condition on reachable values may be asked again.
    private static bool IsComputedFrom(Value value, BitSet reachable) =>
        value is CompoundValue compound && IsKnown(compound.Left, reachable) && (compound.Right is null || IsKnown(compound.Right, reachable));

    private static bool IsKnown(Value value, BitSet reachable) =>
        value is ConstantValue || reachable.Contains(value.Id) || IsComputedFrom(value, reachable);
}
