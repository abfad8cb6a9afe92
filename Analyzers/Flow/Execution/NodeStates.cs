using System.Collections.Generic;
using Devmap.Analyzers.Flow.State;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>The paths that have come to one node.</summary>
internal sealed class NodeStates
{
    private readonly int _block;
    private readonly int _limit;
    private readonly HashSet<FlowState> _seen = new();
    private readonly List<FlowState> _apart = new();

    public NodeStates(int block, int limit)
    {
        _block = block;
        _limit = limit;
    }

    /// <summary>The state to go on with; <see langword="null"/> where nothing new has come.</summary>
    public FlowState? Add(FlowState state, BodyContext context)
    {
        if (_seen.Contains(state))
        {
            return null;
        }

        if (_apart.Count < _limit)
        {
            _seen.Add(state);
            _apart.Add(state);
            return state;
        }

        // Too many to keep apart: the one that holds the same takes it in, and is no longer certain.
        foreach (FlowState other in _apart)
        {
            if (Widening.HoldSame(state, other))
            {
                state = Widening.Join(state, other, _block, context);
                break;
            }
        }

        state = state.AsUncertain();
        return _seen.Add(state) ? state : null;
    }
}
