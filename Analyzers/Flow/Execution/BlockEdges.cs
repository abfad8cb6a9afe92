using System.Collections.Generic;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>
/// The edges between the blocks of a graph, with those that the graph itself has not: through the finally regions of a
/// branch, and from whatever is in a <c>try</c> to its handlers.
/// </summary>
internal sealed class BlockEdges
{
    private static readonly List<int> None = new();

    private readonly List<int>?[] _into;
    private readonly List<int>?[] _outOf;

    private BlockEdges(int count)
    {
        _into = new List<int>?[count];
        _outOf = new List<int>?[count];
    }

    public static BlockEdges Of(ControlFlowGraph graph)
    {
        var edges = new BlockEdges(graph.Blocks.Length);
        foreach (BasicBlock block in graph.Blocks)
        {
            edges.Follow(block.Ordinal, block.FallThroughSuccessor);
            edges.Follow(block.Ordinal, block.ConditionalSuccessor);
            edges.Throw(block);
        }

        return edges;
    }

    public List<int> Into(int block) => _into[block] ?? None;

    /// <summary>
    /// The edges that close a cycle, as a walk in depth finds them. That an edge leads to an earlier block says nothing: the
    /// tests of a switch stand behind its sections.
    /// </summary>
    public IEnumerable<(int From, int To)> FindBackEdges()
    {
        var found = new List<(int From, int To)>();
        var seen = new bool[_outOf.Length];
        var onPath = new bool[_outOf.Length];
        var path = new Stack<(int Block, int Next)>();
        for (int root = 0; root < _outOf.Length; root++)
        {
            // What only an exception reaches from outside any try is the start of a walk of its own.
            Visit(root);
            while (path.Count > 0)
            {
                (int block, int next) = path.Pop();
                List<int> edges = _outOf[block] ?? None;
                if (next == edges.Count)
                {
                    onPath[block] = false;
                    continue;
                }

                path.Push((block, next + 1));
                if (onPath[edges[next]])
                {
                    found.Add((block, edges[next]));
                }

                Visit(edges[next]);
            }
        }

        return found;

        void Visit(int block)
        {
            if (!seen[block])
            {
                seen[block] = onPath[block] = true;
                path.Push((block, 0));
            }
        }
    }

    private void Follow(int block, ControlFlowBranch? branch)
    {
        if (branch?.Destination is not { } destination)
        {
            return;
        }

        if (branch.FinallyRegions.IsEmpty)
        {
            Add(block, destination.Ordinal);
        }

        int from = block;
        foreach (ControlFlowRegion region in branch.FinallyRegions)
        {
            Add(from, region.FirstBlockOrdinal);
            from = region.LastBlockOrdinal;
        }

        if (from != block)
        {
            Add(from, destination.Ordinal);
        }
    }

    private void Throw(BasicBlock block)
    {
        for (ControlFlowRegion? region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind != ControlFlowRegionKind.Try)
            {
                continue;
            }

            foreach (ControlFlowRegion handler in region.EnclosingRegion!.NestedRegions)
            {
                if (handler != region)
                {
                    Add(block.Ordinal, handler.FirstBlockOrdinal);
                }
            }
        }
    }

    private void Add(int from, int to)
    {
        (_outOf[from] ??= new List<int>()).Add(to);
        (_into[to] ??= new List<int>()).Add(from);
    }
}
