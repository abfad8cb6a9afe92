using System.Collections.Generic;
using Devmap.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>The natural loops of a graph: the blocks of each, and what is assigned in it.</summary>
internal sealed class LoopTable
{
    private readonly Dictionary<int, Loop> _loops = new();

    /// <summary>The loop whose head the block is; <see langword="null"/> where it is none.</summary>
    public Loop? HeadedBy(int block) => _loops.TryGetValue(block, out Loop? loop) ? loop : null;

    public static LoopTable Find(ControlFlowGraph graph)
    {
        var table = new LoopTable();
        var predecessors = new List<int>[graph.Blocks.Length];
        foreach (BasicBlock block in graph.Blocks)
        {
            Connect(predecessors, block.Ordinal, block.FallThroughSuccessor);
            Connect(predecessors, block.Ordinal, block.ConditionalSuccessor);
        }

        // Blocks are numbered in source order, so an edge to an earlier or the same block closes a loop.
        foreach (BasicBlock block in graph.Blocks)
        {
            foreach (int predecessor in predecessors[block.Ordinal] ?? new List<int>())
            {
                if (predecessor >= block.Ordinal)
                {
                    table.Add(graph, predecessors, block.Ordinal, predecessor);
                }
            }
        }

        return table;
    }

    private static void Connect(List<int>[] predecessors, int block, ControlFlowBranch? branch)
    {
        if (branch?.Destination is { } destination)
        {
            (predecessors[destination.Ordinal] ??= new List<int>()).Add(block);
            foreach (ControlFlowRegion region in branch.FinallyRegions)
            {
                (predecessors[region.FirstBlockOrdinal] ??= new List<int>()).Add(block);
                (predecessors[destination.Ordinal] ??= new List<int>()).Add(region.LastBlockOrdinal);
            }
        }
    }

    private void Add(ControlFlowGraph graph, List<int>[] predecessors, int head, int latch)
    {
        if (!_loops.TryGetValue(head, out Loop? loop))
        {
            loop = new Loop(head);
            _loops.Add(head, loop);
        }

        var work = new Stack<int>();
        work.Push(latch);
        while (work.Count > 0)
        {
            int block = work.Pop();
            if (block < head || !loop.Blocks.Add(block))
            {
                continue;
            }

            foreach (IOperation operation in graph.Blocks[block].Operations)
            {
                loop.AddAssignments(operation);
            }

            if (graph.Blocks[block].BranchValue is { } value)
            {
                loop.AddAssignments(value);
            }

            if (block != head)
            {
                foreach (int predecessor in predecessors[block] ?? new List<int>())
                {
                    work.Push(predecessor);
                }
            }
        }
    }
}

/// <summary>One natural loop.</summary>
internal sealed class Loop
{
    private readonly HashSet<ISymbol> _assigned = new(SymbolEqualityComparer.Default);

    public Loop(int head) => Head = head;

    public int Head { get; }

    public HashSet<int> Blocks { get; } = new();

    public bool Assigns(Name name) => name.Symbol is not null && _assigned.Contains(name.Symbol);

    public void AddAssignments(IOperation operation)
    {
        foreach (IOperation part in operation.DescendantsAndSelf())
        {
            IOperation? target = part switch
            {
                IAssignmentOperation assignment => assignment.Target,
                IIncrementOrDecrementOperation increment => increment.Target,
                IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
                _ => null,
            };
            ISymbol? symbol = target switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                IFieldReferenceOperation field => field.Field,
                IPropertyReferenceOperation property => property.Property,
                _ => null,
            };
            if (symbol is not null)
            {
                _assigned.Add(symbol);
            }
        }
    }
}
