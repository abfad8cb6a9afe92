using System.Collections.Generic;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>
/// The paths that have come to one node. Those that wait there together are joined where that loses nothing: nothing is
/// said of a path twice, and conditions that nobody asks about again do not multiply the paths.
/// </summary>
internal sealed class NodeStates
{
    private readonly int _block;
    private readonly int _limit;
    private readonly HashSet<FlowState> _seen = new();
    private readonly List<FlowState> _taken = new();
    private List<FlowState> _waiting = new();

    public NodeStates(int block, int limit)
    {
        _block = block;
        _limit = limit;
    }

    /// <summary>Whether the node has to be run (again) for the state.</summary>
    public bool Arrive(FlowState state)
    {
        if (!_seen.Add(state))
        {
            int same = _waiting.IndexOf(state);
            if (same >= 0)
            {
                _waiting[same] = _waiting[same].Meet(state);
            }

            return false;
        }

        _waiting.Add(state);
        return true;
    }

    /// <summary>The paths to run the node for.</summary>
    public List<FlowState> Take(BodyContext context)
    {
        List<FlowState> waiting = _waiting.Count <= 2 * _limit ? JoinAll(_waiting, context.Effort) : _waiting;
        _waiting = new List<FlowState>();
        var result = new List<FlowState>(waiting.Count);
        foreach (FlowState state in waiting)
        {
            context.Effort.Charge(state);
            if (!_taken.Exists(earlier => Covers(earlier, state)) && Limit(state, context) is { } taken)
            {
                result.Add(taken);
            }
        }

        return result;
    }

    private static List<FlowState> JoinAll(List<FlowState> waiting, Effort effort)
    {
        var apart = new List<FlowState>(waiting.Count);
        foreach (FlowState state in waiting)
        {
            FlowState joined = state;
            for (int i = 0; i < apart.Count; i++)
            {
                if (Join(apart[i], joined) is { } both)
                {
                    // A joined path may meet a further one that differs from it in one thing only.
                    joined = both;
                    apart.RemoveAt(i);
                    i = -1;
                    effort.Charge(joined);
                }
            }

            apart.Add(joined);
        }

        return apart;
    }

    private FlowState? Limit(FlowState state, BodyContext context)
    {
        if (_taken.Count < _limit)
        {
            _taken.Add(state);
            return state;
        }

        // Too many to keep apart: one that holds the same takes it in, and is no longer certain.
        FlowState? other = _taken.Find(taken => Widening.HoldSame(state, taken));
        FlowState rest = other is null ? Widening.LetGo(state) : Widening.Join(state, other, _block, context).AsUncertain();
        return _seen.Add(rest) ? rest : null;
    }

    /// <summary>One state for the paths of both, if there is one that stands for no others.</summary>
    private static FlowState? Join(FlowState left, FlowState right) => JoinStates(left, right)?.Meet(left).Meet(right);

    private static FlowState? JoinStates(FlowState left, FlowState right)
    {
        if (left.Uncertain != right.Uncertain || !left.Names.Equals(right.Names))
        {
            return null;
        }

        if (Covers(left, right))
        {
            return left;
        }

        if (Covers(right, left))
        {
            return right;
        }

        return JoinFacts(left.Facts, right.Facts) is { } facts ? left.WithFacts(facts) : null;
    }

    private static IntMap<Facts>? JoinFacts(IntMap<Facts> left, IntMap<Facts> right)
    {
        var result = new IntMap<Facts>.Builder(left.Count);
        bool differs = false;
        int i = 0, j = 0;
        while (i < left.Count || j < right.Count)
        {
            bool onlyRight = i >= left.Count || (j < right.Count && right.KeyAt(j) < left.KeyAt(i));
            bool onlyLeft = !onlyRight && (j >= right.Count || left.KeyAt(i) < right.KeyAt(j));
            int key = onlyRight ? right.KeyAt(j) : left.KeyAt(i);
            Facts first = onlyRight ? Facts.None : left.ValueAt(i++);
            Facts second = onlyLeft ? Facts.None : right.ValueAt(j++);
            Facts? joined = first.Equals(second) ? first : Facts.ForgetDereference(first, second);
            if (joined is null)
            {
                if (differs || Facts.Union(first, second) is not { } union)
                {
                    return null;
                }

                differs = true;
                joined = union;
            }

            if (!joined.Equals(Facts.None))
            {
                result.Add(key, joined);
            }
        }

        return result.ToMap();
    }

    /// <summary>Whether every path of <paramref name="narrow"/> is one of <paramref name="wide"/>.</summary>
    private static bool Covers(FlowState wide, FlowState narrow)
    {
        if ((wide.Uncertain && !narrow.Uncertain) || !wide.Names.Equals(narrow.Names))
        {
            return false;
        }

        for (int i = 0; i < wide.Facts.Count; i++)
        {
            if (!wide.Facts.ValueAt(i).IsImpliedBy(narrow.Facts.Find(wide.Facts.KeyAt(i)) ?? Facts.None))
            {
                return false;
            }
        }

        // What the wide one does not mention it must not hold either.
        for (int i = 0; i < narrow.Facts.Count; i++)
        {
            Facts facts = narrow.Facts.ValueAt(i);
            if (wide.Facts.Find(narrow.Facts.KeyAt(i)) is null && (facts.Resource is not null || !facts.Traits.IsEmpty || !facts.LackedTraits.IsEmpty))
            {
                return false;
            }
        }

        return true;
    }
}
