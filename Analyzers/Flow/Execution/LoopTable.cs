using System.Collections.Generic;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>The natural loops of a graph: the blocks of each, and what is assigned in it.</summary>
internal sealed class LoopTable
{
    private readonly Dictionary<int, Loop> _loops = new();
    private readonly Dictionary<ISymbol, List<int>> _assignments = new(SymbolEqualityComparer.Default);
    private readonly WrittenConstants _constants = new();

    /// <summary>The loop whose head the block is; <see langword="null"/> where it is none.</summary>
    public Loop? HeadedBy(int block) => _loops.TryGetValue(block, out Loop? loop) ? loop : null;

    /// <summary>The innermost loop that the block is in; <see langword="null"/>: in none.</summary>
    public Loop? Around(int block)
    {
        Loop? innermost = null;
        foreach (Loop loop in _loops.Values)
        {
            if (loop.Blocks.Contains(block) && (innermost is null || loop.Head > innermost.Head))
            {
                innermost = loop;
            }
        }

        return innermost;
    }

    /// <summary>Whether the branch goes round the loop that its destination heads.</summary>
    public bool GoesRound(int from, int to) => HeadedBy(to)?.Blocks.Contains(from) == true;

    public static LoopTable Find(ControlFlowGraph graph)
    {
        var table = new LoopTable();
        var edges = BlockEdges.Of(graph);
        foreach ((int latch, int head) in edges.FindBackEdges())
        {
            table.Add(edges, head, latch);
        }

        if (table._loops.Count > 0)
        {
            table.FindAssignments(graph);
        }

        return table;
    }

    private void Add(BlockEdges edges, int head, int latch)
    {
        if (!_loops.TryGetValue(head, out Loop? loop))
        {
            loop = new Loop(head, _assignments);
            loop.Blocks.Add(head);
            _loops.Add(head, loop);
        }

        var work = new Stack<int>();
        work.Push(latch);
        while (work.Count > 0)
        {
            int block = work.Pop();
            if (loop.Blocks.Contains(block))
            {
                continue;
            }

            loop.Blocks.Add(block);
            foreach (int predecessor in edges.Into(block))
            {
                work.Push(predecessor);
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

    /// <summary>Whether a variable that a loop changes may keep the constant for a round: there are but a few of them.</summary>
    public bool Keeps(ConstantValue constant) => _constants.Contains(constant.Constant);

    private void AddAssignments(IOperation operation, int block)
    {
        foreach (IOperation part in operation.DescendantsAndSelf())
        {
            _constants.AddFrom(part);
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
