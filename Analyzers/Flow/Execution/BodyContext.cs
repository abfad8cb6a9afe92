using System.Collections.Generic;
using System.Threading;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.Transfer;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>Everything about one body that does not change from state to state.</summary>
internal sealed class BodyContext
{
    public BodyContext(ControlFlowGraph graph, IMethodSymbol method, NestedFunctions nested, ContractProvider contracts, Compilation compilation, CancellationToken cancellation)
    {
        Graph = graph;
        Method = method;
        Nested = nested;
        Contracts = contracts;
        Compilation = compilation;
        Cancellation = cancellation;
        Conditions = new Conditions(Values);
        Liveness = Liveness.Compute(graph);
        Loops = LoopTable.Find(graph);
    }

    public ControlFlowGraph Graph { get; }

    /// <summary>The method, accessor, lambda or local function whose body this is.</summary>
    public IMethodSymbol Method { get; }

    public NestedFunctions Nested { get; }

    public ContractProvider Contracts { get; }

    public Compilation Compilation { get; }

    public CancellationToken Cancellation { get; }

    public Conditions Conditions { get; }

    public Liveness Liveness { get; }

    public LoopTable Loops { get; }

    public ValueTable Values { get; } = new();

    public SiteTable Sites { get; } = new();

    public NameTable Names { get; } = new();

    public FindingSink Findings { get; } = new();

    /// <summary>The conditions that establish a trait, by the id of their value: the object and the trait.</summary>
    public Dictionary<int, (Value Subject, string Trait)> TraitTests { get; } = new();

    /// <summary>What a flow capture stands for where it is assigned to: the captured place.</summary>
    public Dictionary<CaptureId, IOperation> CapturedPlaces { get; } = new();

    /// <summary>The site of a value; <see langword="null"/> for constants and compounds.</summary>
    public Site? SiteOf(Value value) => value is OpaqueValue opaque ? Sites[opaque.Site] : null;
}
