using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Names;

/// <summary>
/// Which names may still be read after the entry of each block. What is not live is forgotten, so that paths that
/// nothing tells apart any more become one.
/// </summary>
internal sealed class Liveness
{
    private static readonly List<int> None = new();
    private static readonly BitSet Nothing = new();

    private readonly ControlFlowGraph _graph;
    private readonly NestedFunctions _nested;
    private readonly Dictionary<object, int> _bits = new(KeyComparer.Instance);
    private readonly BitSet[] _defined;
    private readonly BitSet[] _live;
    private readonly List<int>[] _successors;
    private readonly List<int>?[] _handlers;

    private Liveness(ControlFlowGraph graph, NestedFunctions nested)
    {
        _nested = nested;
        _graph = graph;
        int count = graph.Blocks.Length;
        _defined = new BitSet[count];
        _live = new BitSet[count];
        _successors = new List<int>[count];
        _handlers = new List<int>?[count];
    }

    public static Liveness Compute(ControlFlowGraph graph, NestedFunctions nested)
    {
        var liveness = new Liveness(graph, nested);
        foreach (BasicBlock block in graph.Blocks)
        {
            liveness.Scan(block);
        }

        foreach (BasicBlock block in graph.Blocks)
        {
            liveness.Connect(block);
        }

        liveness.Solve();
        return liveness;
    }

    /// <summary>Whether a variable or capture may be read at or after the entry of the block, or the member at all.</summary>
    public bool IsLive(int block, Name name) =>
        _bits.TryGetValue(name.Symbol is null ? name.Capture : name.Symbol, out int bit) && _live[block].Contains(bit);

    private int BitOf(object key)
    {
        if (!_bits.TryGetValue(key, out int bit))
        {
            bit = _bits.Count;
            _bits.Add(key, bit);
        }

        return bit;
    }

    private void Scan(BasicBlock block)
    {
        var exposed = new BitSet();
        var defined = new BitSet();
        foreach (IOperation operation in block.Operations)
        {
            Scan(operation, exposed, defined);
        }

        if (block.BranchValue is { } value)
        {
            Scan(value, exposed, defined);
        }

        _defined[block.Ordinal] = defined;
        _live[block.Ordinal] = exposed;
    }

    // In evaluation order: what is read before it is assigned in the block was live on entry. Without recursion: a
    // concatenation is as deep as it is long.
    private void Scan(IOperation root, BitSet exposed, BitSet defined)
    {
        var work = new Stack<(IOperation Operation, bool IsEvaluated)>();
        work.Push((root, false));
        while (work.Count > 0)
        {
            (IOperation operation, bool isEvaluated) = work.Pop();
            if (isEvaluated)
            {
                Note(operation, exposed, defined);
                continue;
            }

            work.Push((operation, true));
            if (IsVariableAssignment(operation))
            {
                work.Push((((ISimpleAssignmentOperation)operation).Value, false));
                continue;
            }

            foreach (IOperation child in operation.ChildOperations.Reverse())
            {
                work.Push((child, false));
            }
        }
    }

    private static bool IsVariableAssignment(IOperation operation) =>
        operation is ISimpleAssignmentOperation { IsRef: false, Target: ILocalReferenceOperation or IParameterReferenceOperation };

    private void Note(IOperation operation, BitSet exposed, BitSet defined)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation assignment when IsVariableAssignment(operation):
                defined.Add(BitOf(VariableOf(assignment.Target)!));
                return;
            case IFlowCaptureOperation capture:
                defined.Add(BitOf(capture.Id));
                return;
        }

        if (FunctionOf(operation) is { } function)
        {
            foreach (ISymbol captured in _nested.CapturedBy(function))
            {
                Expose(captured, exposed, defined);
            }
        }

        object? key = operation is IFlowCaptureReferenceOperation reference ? reference.Id : VariableOf(operation) ?? MemberOf(operation);
        if (key is not null)
        {
            Expose(key, exposed, defined);
        }
    }

    private void Expose(object key, BitSet exposed, BitSet defined)
    {
        int bit = BitOf(key);
        if (!defined.Contains(bit))
        {
            exposed.Add(bit);
        }
    }

    // Whoever makes or calls a nested function reads what it shares with the body.
    private static IMethodSymbol? FunctionOf(IOperation operation) => operation switch
    {
        IFlowAnonymousFunctionOperation lambda => lambda.Symbol,
        IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } local } => local,
        IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local } => local,
        _ => null,
    };

    private static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        _ => null,
    };

    private void Connect(BasicBlock block)
    {
        _successors[block.Ordinal] ??= new List<int>();
        Connect(block, block.FallThroughSuccessor);
        Connect(block, block.ConditionalSuccessor);

        // Everything in a try can end up in its handlers, and a filter that says no in those behind it.
        for (ControlFlowRegion? region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind is not (ControlFlowRegionKind.Try or ControlFlowRegionKind.FilterAndHandler) || region.EnclosingRegion is not { } parent)
            {
                continue;
            }

            foreach (ControlFlowRegion handler in parent.NestedRegions)
            {
                if (handler != region)
                {
                    (_handlers[block.Ordinal] ??= new List<int>()).Add(handler.FirstBlockOrdinal);
                }
            }
        }
    }

    private void Connect(BasicBlock block, ControlFlowBranch? branch)
    {
        if (branch?.Destination is not { } destination)
        {
            return;
        }

        _successors[block.Ordinal].Add(destination.Ordinal);
        foreach (ControlFlowRegion region in branch.FinallyRegions)
        {
            _successors[block.Ordinal].Add(region.FirstBlockOrdinal);

            // The last block of the finally goes on to where the branch was bound.
            int last = region.LastBlockOrdinal;
            (_successors[last] ??= new List<int>()).Add(destination.Ordinal);
        }
    }

    private void Solve()
    {
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int i = _graph.Blocks.Length - 1; i >= 0; i--)
            {
                foreach (int successor in _successors[i])
                {
                    changed |= _live[i].AddAll(_live[successor], _defined[i]);
                }

                // Whatever the block assigns, it may throw before it does.
                foreach (int handler in _handlers[i] ?? None)
                {
                    changed |= _live[i].AddAll(_live[handler], Nothing);
                }
            }
        }
    }

    private sealed class KeyComparer : IEqualityComparer<object>
    {
        public static readonly KeyComparer Instance = new();

        public new bool Equals(object? x, object? y) =>
            x is ISymbol left ? y is ISymbol right && SymbolEqualityComparer.Default.Equals(left, right) : object.Equals(x, y);

        public int GetHashCode(object obj) => obj is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : obj.GetHashCode();
    }
}
