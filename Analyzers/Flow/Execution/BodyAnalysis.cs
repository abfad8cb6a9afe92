using System.Collections.Generic;
using System.Linq;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Summaries;
using Devmap.Analyzers.Flow.Transfer;
using Devmap.Analyzers.Flow.Values;
using Devmap.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>
/// The engine: carries every path through the blocks of a body until nothing new comes up. A work list of (block,
/// continuation, state), in the order of the blocks, so that paths meet before they go on.
/// </summary>
internal sealed partial class BodyAnalysis
{
    private readonly BodyContext _context;
    private readonly Evaluator _evaluator;
    private readonly ExceptionRouter _exceptions;
    private readonly bool _callsEndPaths;
    private readonly Dictionary<Node, NodeStates> _nodes = new();
    private readonly SortedDictionary<(int Block, int Order), Node> _queue = new();
    private readonly Dictionary<Node, int> _orders = new();
    private readonly HashSet<(FlowState State, ThrowOrigin Origin)> _thrownInBlock = new();

    private BodyAnalysis(BodyContext context)
    {
        _context = context;
        _evaluator = new Evaluator(context);
        _exceptions = new ExceptionRouter(context);
        _callsEndPaths = context.Options.Exceptions == ExceptionPaths.Calls;
    }

    /// <summary>The findings of the body; none where it is beyond the budget.</summary>
    public static List<Finding> Run(BodyContext context)
    {
        if (!Complete(context))
        {
            return new List<Finding>();
        }

        context.Answers.Settle(context.Findings);
        if (!BodyShape.IsInitializer(context.Graph))
        {
            ContractVerification.Verify(context);
        }

        return context.Findings.Settle();
    }

    /// <summary>Follows every path to its exit; <see langword="false"/> where that is beyond the budget.</summary>
    public static bool Complete(BodyContext context)
    {
        bool isTooLarge = context.Graph.Blocks.Length > Budget.MaxBlocks;
        if (!isTooLarge && new BodyAnalysis(context).Explore(EntryState.Create(context)))
        {
            return true;
        }

        context.Silences?.GiveUp(isTooLarge ? SilenceReason.TooLarge : SilenceReason.TooManyPaths, context.Graph.OriginalOperation.Syntax);
        return false;
    }

    /// <summary>Follows a call of a nested function, from the state in which its parameters are bound; <see langword="false"/> where that is beyond the budget.</summary>
    public static bool Follow(BodyContext function, Activation activation, FlowState bound)
    {
        Activation? before = function.Activation;
        function.Activate(activation);
        try
        {
            return function.Graph.Blocks.Length <= Budget.MaxBlocks && new BodyAnalysis(function).Explore(new[] { bound });
        }
        finally
        {
            function.Activate(before);
        }
    }

    private bool Explore(IEnumerable<FlowState> entries)
    {
        foreach (FlowState entry in entries)
        {
            Enter(new Node(0, null), entry, isBackEdge: false);
        }

        while (_queue.Count > 0)
        {
            var first = _queue.First();
            _queue.Remove(first.Key);
            foreach (FlowState state in _nodes[first.Value].Take(_context))
            {
                _context.Cancellation.ThrowIfCancellationRequested();
                Execute(first.Value, state);
                if (_context.Effort.IsSpent)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private void Enter(Node node, FlowState state, bool isBackEdge)
    {
        _context.Effort.Charge(state);
        FlowState pruned = Reachability.Prune(state, node.Block, _context);
        FlowState arrived = _evaluator.ForgetUnreachableAnswers(pruned);
        Loop? loop = _context.Loops.HeadedBy(node.Block);
        if (loop is not null && isBackEdge)
        {
            arrived = Widening.AtLoopHead(arrived, loop, _context);
        }

        if (!_nodes.TryGetValue(node, out NodeStates? states))
        {
            states = new NodeStates(node.Block, loop is null ? Budget.MaxStatesPerNode : Budget.MaxStatesPerLoopHead);
            _nodes.Add(node, states);
            _orders.Add(node, _orders.Count);
        }

        if (states.Arrive(arrived))
        {
            _queue[(node.Block, _orders[node])] = node;
        }
    }

    private void Execute(Node node, FlowState state)
    {
        BasicBlock block = _context.Graph.Blocks[node.Block];
        bool guarded = _context.RecordsThrows || _context.Activation?.IsGuarded == true || _exceptions.IsGuarded(block);
        _thrownInBlock.Clear();
        var states = new List<FlowState> { state };
        SyntaxNode? last = null;
        foreach (IOperation operation in block.Operations)
        {
            last = operation.Syntax;
            var next = new List<FlowState>(states.Count);
            foreach (FlowState current in states)
            {
                foreach (Outcome outcome in Evaluate(node, block, operation, current, guarded))
                {
                    AddDistinct(next, outcome.State);
                }
            }

            states = next;
        }

        foreach (FlowState current in states)
        {
            Leave(node, block, current, last, guarded);
        }
    }

    private List<Outcome> Evaluate(Node node, BasicBlock block, IOperation operation, FlowState state, bool guarded)
    {
        // Exceptions are sent on their way when the evaluation is over: to enter a block is work for the same evaluator.
        List<(FlowState State, IOperation Place, ThrowOrigin Origin)>? thrown = null;
        List<Outcome> outcomes = _evaluator.Evaluate(operation, state, block.Ordinal, !guarded && !_callsEndPaths ? null : (at, place, origin) =>
        {
            if (guarded || origin == ThrowOrigin.Call)
            {
                (thrown ??= new()).Add((at, place, origin));
            }
        });
        if (thrown is not null)
        {
            foreach ((FlowState at, IOperation place, ThrowOrigin origin) in thrown)
            {
                // A handler is run once for all calls that leave the same behind, not once for each.
                if (_thrownInBlock.Add((at, origin)))
                {
                    Throw(at, block, node.Continuation, new ThrownException(place.Syntax, null, origin));
                }
            }
        }

        foreach ((FlowState at, ThrownException exception) in _evaluator.ThrownByNested.ToArray())
        {
            Throw(at, block, node.Continuation, exception);
        }

        _evaluator.ThrownByNested.Clear();
        if (operation is IReturnOperation { Kind: OperationKind.YieldReturn })
        {
            foreach (Outcome outcome in outcomes)
            {
                Throw(outcome.State, block, node.Continuation, new ThrownException(operation.Syntax, null, ThrowOrigin.Abandonment));
            }
        }

        return outcomes;
    }

    private static void AddDistinct(List<FlowState> states, FlowState state)
    {
        if (states.Contains(state))
        {
            return;
        }

        if (states.Count < Budget.MaxStatesPerNode)
        {
            states.Add(state);
            return;
        }

        // One statement after the other that can go either way: what there is no room for is let go of.
        FlowState rest = Widening.LetGo(state);
        if (!states.Contains(rest))
        {
            states.Add(rest);
        }
    }

    private void Leave(Node node, BasicBlock block, FlowState state, SyntaxNode? last, bool guarded)
    {
        if (block.BranchValue is not { } branchValue)
        {
            Follow(node, block, block.FallThroughSuccessor, state, null, last, null);
            return;
        }

        foreach (Outcome outcome in Evaluate(node, block, branchValue, state, guarded))
        {
            Branch(node, block, outcome.State, outcome.Value, branchValue);
        }
    }

    private void Branch(Node node, BasicBlock block, FlowState state, Value value, IOperation branchValue)
    {
        if (block.ConditionKind == ControlFlowConditionKind.None)
        {
            Follow(node, block, block.FallThroughSuccessor, state, value, branchValue.Syntax, null);
            return;
        }

        bool conditional = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        Take(conditional, block.ConditionalSuccessor);
        Take(!conditional, block.FallThroughSuccessor);

        void Take(bool truth, ControlFlowBranch? branch)
        {
            if (_evaluator.Assume(state, value, truth) is { } assumed)
            {
                // What the compiler decides by itself is no step of a story.
                assumed = _evaluator.Guard(assumed, value, branchValue);
                if (value is not ConstantValue && !branchValue.IsImplicit)
                {
                    assumed = assumed.WithStep(new Step(StepKind.Branch, branchValue.Syntax, 0, null, branchValue is IIsNullOperation ? "null" : null, truth));
                }

                Follow(node, block, branch, assumed, null, branchValue.Syntax, truth);
            }
        }
    }

    private void Follow(Node node, BasicBlock block, ControlFlowBranch? branch, FlowState state, Value? value, SyntaxNode? last, bool? truth)
    {
        switch (branch?.Semantics)
        {
            case null or ControlFlowBranchSemantics.None or ControlFlowBranchSemantics.ProgramTermination or ControlFlowBranchSemantics.Error:
                return;
            case ControlFlowBranchSemantics.Throw:
                SyntaxNode thrown = ExitLocator.ThrowOf(block.BranchValue!);
                Throw(state.WithStep(new Step(StepKind.Threw, thrown, 0, null)), block, node.Continuation, ExceptionRouter.Thrown(block.BranchValue!, thrown));
                return;
            case ControlFlowBranchSemantics.Rethrow:
                SyntaxNode rethrown = last is null ? ExceptionRouter.JumpOfHandler(block, _context.Graph) ?? _context.Graph.OriginalOperation.Syntax : ExitLocator.RethrowAfter(last);
                Throw(state.WithStep(new Step(StepKind.Threw, rethrown, 0, null)), block, node.Continuation, _exceptions.Again(node.Continuation, rethrown));
                return;
            case ControlFlowBranchSemantics.StructuredExceptionHandling:
                Resume(block, node.Continuation, state);
                return;
        }

        SyntaxNode? exit = branch!.Semantics == ControlFlowBranchSemantics.Return && block.BranchValue is { } returned && value is not null
            ? ExitLocator.ReturnOf(returned)
            : last is null ? ExceptionRouter.JumpOfHandler(block, _context.Graph)
            : ExitLocator.JumpAfter(last, truth);
        if (value is not null && branch.Semantics == ControlFlowBranchSemantics.Return)
        {
            // The finally blocks on the way out run after the value was computed: it waits under a name of its own.
            state = state.WithName(_context.Names.IdOf(_context.ReturnedValue), value);
        }

        if (!StaysInFinally(node.Continuation, branch))
        {
            state = state.WithExit(exit, (block.BranchValue is { } place && value is not null) ? place.Syntax : null);
        }

        Continue(ExceptionRouter.Leave(node.Continuation, branch), branch, 0, state, block.Ordinal);
    }
}
