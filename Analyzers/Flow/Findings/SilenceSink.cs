using System.Collections.Generic;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Findings;

/// <summary>
/// Collects where the analysis of one body gave up. There is one only where somebody wants to know (<c>devmap_strict</c>).
/// </summary>
internal sealed class SilenceSink
{
    private readonly List<Silence> _silences = new();
    private readonly HashSet<int> _handedOver = new();

    /// <summary>What was collected, in the order in which it came up.</summary>
    public IReadOnlyList<Silence> Silences => _silences;

    /// <summary>Nothing is said of the body.</summary>
    public void GiveUp(SilenceReason reason, SyntaxNode place) => _silences.Add(new Silence(reason, place));

    /// <summary>Nothing more is said of an object: told of the first call only that takes it, whatever the path.</summary>
    public void LoseSight(OpaqueValue subject, FlowState state, SyntaxNode call, ISymbol callee)
    {
        if (_handedOver.Add(subject.Site))
        {
            _silences.Add(new Silence(SilenceReason.HandedToUnknownCall, call) { Subject = subject, State = state, Callee = callee });
        }
    }
}
