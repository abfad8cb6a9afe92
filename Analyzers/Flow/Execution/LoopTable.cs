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
    private readonly Dictionary<ISymbol, List<int>> _assignments = new(SymbolEqualityComparer.Default);

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
                    table.Add(predecessors, block.Ordinal, predecessor);
                }
            }
        }

        if (table._loops.Count > 0)
        {
            table.FindAssignments(graph);
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

    private void Add(List<int>[] predecessors, int head, int latch)
    {
        if (!_loops.TryGetValue(head, out Loop? loop))
        {
            loop = new Loop(head, _assignments);
            _loops.Add(head, loop);
        }

        var work = new Stack<int>();
        work.Push(latch);
        while (work.Count > 0)
        {
            int block = work.Pop();
            if (block < head || loop.Blocks.Contains(block))
            {
                continue;
            }

            loop.Blocks.Add(block);
            if (block != head)
            {
                foreach (int predecessor in predecessors[block] ?? new List<int>())
                {
                    work.Push(predecessor);
                }
            }
        }
    }

    private void FindAssignments(ControlFlowGraph graph)
    {
        foreach (BasicBlock block in graph.Blocks)
        {
            foreach (IOperation operation in block.Operations)
            {
                AddAssignments(operation, block.Ordinal);
            }

            if (block.BranchValue is { } value)
            {
                AddAssignments(value, block.Ordinal);
            }
        }
    }

    private void AddAssignments(IOperation operation, int block)
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
            if (symbol is null)
            {
                continue;
            }

            if (!_assignments.TryGetValue(symbol, out List<int>? blocks))
            {
                blocks = new List<int>();
                _assignments.Add(symbol, blocks);
            }

            blocks.Add(block);
        }
    }
}

/// <summary>One natural loop.</summary>
internal sealed class Loop
{
    private readonly Dictionary<ISymbol, List<int>> _assignments;

    public Loop(int head, Dictionary<ISymbol, List<int>> assignments)
    {
        Head = head;
        _assignments = assignments;
    }

    public int Head { get; }

    public BitSet Blocks { get; } = new();

    public bool Assigns(Name name) =>
        name.Symbol is not null && _assignments.TryGetValue(name.Symbol, out List<int>? blocks) && blocks.Exists(Blocks.Contains);
}
