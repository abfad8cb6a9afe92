using System.Collections.Generic;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Devmap.Analyzers.Teardown;

/// <summary>Whether control may come from one event of a body to another. A way too many only makes the rule silent.</summary>
internal sealed class BodyPaths
{
    private readonly HashSet<int>[] _successors;
    private readonly Dictionary<int, HashSet<int>> _reached = new();

    public BodyPaths(ControlFlowGraph graph)
    {
        _successors = new HashSet<int>[graph.Blocks.Length];
        for (int i = 0; i < _successors.Length; i++)
        {
            _successors[i] = new HashSet<int>();
        }

        foreach (BasicBlock block in graph.Blocks)
        {
            Connect(block, block.FallThroughSuccessor);
            Connect(block, block.ConditionalSuccessor);
        }
    }

    public bool Leads(TeardownEvent from, TeardownEvent to) =>
        (from.Block == to.Block && from.Index < to.Index) || ReachedFrom(from.Block).Contains(to.Block);

    // On its way out of a try a branch goes through the finally blocks.
    private void Connect(BasicBlock block, ControlFlowBranch? branch)
    {
        if (branch is null)
        {
            return;
        }

        int current = block.Ordinal;
        foreach (ControlFlowRegion region in branch.FinallyRegions)
        {
            _successors[current].Add(region.FirstBlockOrdinal);
            current = region.LastBlockOrdinal;
        }

        if (branch.Destination is { } destination)
        {
            _successors[current].Add(destination.Ordinal);
        }
    }

    private HashSet<int> ReachedFrom(int block)
    {
        if (_reached.TryGetValue(block, out HashSet<int>? reached))
        {
            return reached;
        }

        reached = new HashSet<int>();
        var waiting = new Stack<int>(_successors[block]);
        while (waiting.Count > 0)
        {
            int next = waiting.Pop();
            if (reached.Add(next))
            {
                foreach (int successor in _successors[next])
                {
                    waiting.Push(successor);
                }
            }
        }

        _reached.Add(block, reached);
        return reached;
    }
}
