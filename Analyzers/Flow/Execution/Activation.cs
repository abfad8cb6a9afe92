using System.Collections.Generic;
using System.Collections.Immutable;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Transfer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>One call of a lambda or local function that is followed as if its body stood where it is called.</summary>
internal sealed class Activation
{
    private readonly HashSet<int> _openAnswers = new();

    public Activation(BodyContext caller, IInvocationOperation call, IMethodSymbol function, int block, FlowState entry, bool isGuarded)
    {
        Caller = caller;
        Call = call;
        Function = function;
        Block = block;
        Entry = entry;
        IsGuarded = isGuarded;
        Depth = (caller.Activation?.Depth ?? 0) + 1;
        for (int i = 0; i < entry.Facts.Count; i++)
        {
            foreach (PendingAnswer pending in entry.Facts.ValueAt(i).Resource is { } resource ? resource.Pending : ImmutableArray<PendingAnswer>.Empty)
            {
                _openAnswers.Add(pending.Answer);
            }
        }
    }

    public BodyContext Caller { get; }

    public IInvocationOperation Call { get; }

    public IMethodSymbol Function { get; }

    /// <summary>The ordinal of the calling block in the graph of the caller.</summary>
    public int Block { get; }

    /// <summary>The state of the caller at the call. What is known there stays known: the caller may still ask for it.</summary>
    public FlowState Entry { get; }

    /// <summary>An exception that leaves the function reaches code of a caller.</summary>
    public bool IsGuarded { get; }

    /// <summary>How many calls deep it is.</summary>
    public int Depth { get; }

    /// <summary>The ways in which it returned, with its own variables gone.</summary>
    public List<Outcome> Returns { get; } = new();

    /// <summary>The exceptions that left it.</summary>
    public List<(FlowState State, ThrownException Thrown)> Throws { get; } = new();

    /// <summary>Whether the answer of a conditional acquire was still to be asked for by the caller.</summary>
    public bool IsOpen(int answer) => _openAnswers.Contains(answer);
}
