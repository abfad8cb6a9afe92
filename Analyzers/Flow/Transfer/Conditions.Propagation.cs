using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>
/// What follows from a condition that was decided earlier, once one of its parts is: of <c>a == b</c>, from <c>a</c>
/// follows <c>b</c>.
/// </summary>
internal sealed partial class Conditions
{
    // One decision may decide another; nobody writes longer chains.
    private const int MaxPropagations = 8;

    private FlowState? Propagate(FlowState state)
    {
        for (int round = 0; round < MaxPropagations; round++)
        {
            FlowState before = state;
            for (int i = 0; i < before.Facts.Count; i++)
            {
                if (before.Facts.ValueAt(i).Truth is { } truth
                    && _values[before.Facts.KeyAt(i)] is CompoundValue { Operator: ValueOperator.Equal or ValueOperator.And or ValueOperator.Or, Right: { } right } compound)
                {
                    if (Follow(state, compound, compound.Left, right, truth) is not { } followed)
                    {
                        return null;
                    }

                    state = followed;
                }
            }

            if (state.Equals(before))
            {
                break;
            }
        }

        return state;
    }

    /// <summary>The state with what follows for the undecided side; <see langword="null"/> where both sides contradict the whole.</summary>
    private FlowState? Follow(FlowState state, CompoundValue compound, Value left, Value right, bool truth)
    {
        bool stale = false;
        if (DecideCompound(state, compound, ref stale) is { } decided)
        {
            return decided != truth ? null : state;
        }

        bool? known = Decide(state, left, ref stale);
        Value open = right;
        if (known is null)
        {
            known = Decide(state, right, ref stale);
            open = left;
        }

        // Had the known side of an And or Or been decisive, the whole would be decided.
        return known is null ? state
            : AssumeAlone(stale ? state.AsUncertain() : state, open, compound.Operator == ValueOperator.Equal ? known == truth : truth);
    }

    private FlowState? AssumeOneSide(FlowState state, CompoundValue junction, bool truth)
    {
        // Or is true, or And is false: where one side is known not to be the reason, the other is.
        bool stale = false;
        if (Decide(state, junction.Left, ref stale) is not null)
        {
            return AssumeAlone(state, junction.Right!, truth);
        }

        return Decide(state, junction.Right!, ref stale) is not null ? AssumeAlone(state, junction.Left, truth) : Record(state, junction, truth);
    }
}
