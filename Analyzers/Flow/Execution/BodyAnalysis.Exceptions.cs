using Devmap.Analyzers.Options;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>Exceptions: where one goes, and how a path goes on behind a finally or a filter.</summary>
internal sealed partial class BodyAnalysis
{
    private void Resume(BasicBlock block, Continuation? continuation, FlowState state)
    {
        if (continuation is null || !ExceptionRouter.IsIn(block, continuation.Region))
        {
            return;
        }

        if (continuation.Branch is { } branch)
        {
            Continue(continuation.Outer, branch, continuation.Next, state, branch.Source.Ordinal);
        }
        else if (continuation.Region.Kind == ControlFlowRegionKind.FilterAndHandler)
        {
            Throw(state, continuation.Region.EnclosingRegion, continuation.Outer, continuation.Thrown!, refused: continuation.Region);
        }
        else
        {
            Throw(state, continuation.Region.EnclosingRegion!.EnclosingRegion, continuation.Outer, continuation.Thrown!);
        }
    }

    /// <summary>Whether what is still held where such an exception leaves the body counts as lost.</summary>
    private bool EndsPath(ThrowOrigin origin) => origin switch
    {
        ThrowOrigin.Statement => _context.Options.Exceptions != ExceptionPaths.None,
        ThrowOrigin.Call => _callsEndPaths,
        ThrowOrigin.Abandonment => true,
        _ => false,
    };

    private void Throw(FlowState state, BasicBlock block, Continuation? continuation, ThrownException thrown) =>
        Throw(state, block.EnclosingRegion, continuation, thrown);

    private void Throw(FlowState state, ControlFlowRegion? region, Continuation? continuation, ThrownException thrown, ControlFlowRegion? refused = null)
    {
        foreach (ExceptionTarget target in _exceptions.Route(region, continuation, thrown, refused))
        {
            if (target.Region is { } handler)
            {
                Enter(new Node(handler.FirstBlockOrdinal, target.Continuation), state, isBackEdge: false);
            }
            else if (_context.Activation is { } activation)
            {
                if (activation.IsGuarded || EndsPath(thrown.Origin))
                {
                    _evaluator.LeaveFunction(state, null, thrown);
                }
            }
            else if (EndsPath(thrown.Origin))
            {
                _evaluator.LeaveBody(state, null, thrown.Place, null, thrown.Origin);
            }
            else if (_context.RecordsThrows)
            {
                _context.Exits.Add(new BodyExit(state, null, thrown.Place, null, IsThrown: true));
            }
        }
    }
}
