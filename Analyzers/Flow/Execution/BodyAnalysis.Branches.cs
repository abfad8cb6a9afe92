using System.Linq;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>What lies between a jump and where it arrives: the finally regions on the way, and the scopes that it leaves.</summary>
internal sealed partial class BodyAnalysis
{
    // While a finally runs the path is still on its way out by the jump that it left the try by.
    private static bool StaysInFinally(Continuation? continuation, ControlFlowBranch branch) =>
        continuation is { Region.Kind: ControlFlowRegionKind.Finally } && branch.Destination is { } destination && ExceptionRouter.IsIn(destination, continuation.Region);

    /// <summary>Runs the finally regions of the branch from the given one on, then arrives.</summary>
    private void Continue(Continuation? outer, ControlFlowBranch branch, int next, FlowState state, int from)
    {
        ControlFlowRegion? last = next == 0 ? null : branch.FinallyRegions[next - 1].EnclosingRegion;
        ControlFlowRegion? until = next < branch.FinallyRegions.Length ? branch.FinallyRegions[next].EnclosingRegion : null;
        state = LeaveScopes(branch, last, until, state);
        if (until is not null)
        {
            ControlFlowRegion region = branch.FinallyRegions[next];
            Enter(new Node(region.FirstBlockOrdinal, new Continuation(region, branch, next + 1, null, outer)), state, isBackEdge: false);
            return;
        }

        if (branch.Destination is not { } destination)
        {
            return;
        }

        if (destination.Kind == BasicBlockKind.Exit)
        {
            LeaveBody(state);
            return;
        }

        Enter(new Node(destination.Ordinal, outer), state, isBackEdge: _context.Loops.GoesRound(from, destination.Ordinal));
    }

    /// <summary>Leaves the regions of the branch between two of its try statements: what is declared in the first ends before its finally runs.</summary>
    private FlowState LeaveScopes(ControlFlowBranch branch, ControlFlowRegion? last, ControlFlowRegion? until, FlowState state)
    {
        if (branch.Destination is null or { Kind: BasicBlockKind.Exit })
        {
            return state;
        }

        foreach (ControlFlowRegion region in branch.LeavingRegions.SkipWhile(region => last is not null && region != last).TakeWhile(region => region != until))
        {
            if (!region.Locals.IsEmpty || !region.CaptureIds.IsEmpty)
            {
                state = _evaluator.LeaveScope(state, region, state.Exit);
            }
        }

        return state;
    }

    private void LeaveBody(FlowState state)
    {
        Value? returned = state.Names.Find(_context.Names.IdOf(_context.ReturnedValue));
        if (_context.Activation is not null)
        {
            _evaluator.LeaveFunction(state, returned, null);
            return;
        }

        _evaluator.LeaveBody(state, returned, state.Exit, state.ReturnPlace);
    }
}
