using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.Summaries;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Transfer;
using Devmap.Analyzers.Flow.Values;
using Devmap.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>Everything about one body that does not change from state to state.</summary>
internal sealed class BodyContext
{
    private readonly Dictionary<int, IParameterSymbol> _parameters = new();
    private readonly Dictionary<IParameterSymbol, Value> _entryValues = new(SymbolEqualityComparer.Default);
    private readonly ICalleeContracts _callees;

    public BodyContext(ControlFlowGraph graph, IMethodSymbol method, NestedFunctions nested, ContractProvider contracts, ICalleeContracts callees, Compilation compilation, CancellationToken cancellation)
    {
        _callees = callees;
        Graph = graph;
        Method = method;
        Nested = nested;
        Contracts = contracts;
        Compilation = compilation;
        Cancellation = cancellation;
        Conditions = new Conditions(Values);
        Liveness = Liveness.Compute(graph, nested);
        Loops = LoopTable.Find(graph);
        Uses = new UsePolicy(contracts);
        AssignedCaptures = FindAssignedCaptures(graph);
        Site self = Sites.Of(method, graph.OriginalOperation.Syntax);
        self.Source = method.ContainingType;
        self.Provenance = BodyShape.IsPublic(method) && contracts.Of(method).Receiver.Effects.IsEmpty ? Provenance.Lent : Provenance.HelperArgument;
        ThisValue = Values.Opaque(self.Id, 0, method.ContainingType);
    }

    public ControlFlowGraph Graph { get; }

    /// <summary>The method, accessor, lambda or local function whose body this is.</summary>
    public IMethodSymbol Method { get; }

    public NestedFunctions Nested { get; }

    public ContractProvider Contracts { get; }

    public DevmapOptions Options { get; init; } = DevmapOptions.Default;

    public Compilation Compilation { get; }

    public CancellationToken Cancellation { get; }

    public Conditions Conditions { get; }

    public Liveness Liveness { get; }

    public LoopTable Loops { get; }

    public UsePolicy Uses { get; }

    /// <summary>The receiver of the body, also where a lambda shares it.</summary>
    public OpaqueValue ThisValue { get; }

    public ValueTable Values { get; } = new();

    public SiteTable Sites { get; } = new();

    public NameTable Names { get; } = new();

    public FindingSink Findings { get; } = new();

    public AnswerLedger Answers { get; } = new();

    /// <summary>Told where the analysis gives up; <see langword="null"/>: nobody asks.</summary>
    public SilenceSink? Silences { get; init; }

    /// <summary>The conditions that establish a trait, by the id of their value: the object and the trait.</summary>
    public Dictionary<int, (Value Subject, string Trait)> TraitTests { get; } = new();

    /// <summary>What a counted acquire was asked for, by the id of the count that it obtained: the ids of its numbers.</summary>
    public Dictionary<int, ImmutableArray<int>> BatchRequests { get; } = new();

    /// <summary>What a flow capture stands for where it is assigned to: the captured place.</summary>
    public Dictionary<CaptureId, IOperation> CapturedPlaces { get; } = new();

    /// <summary>The captures that are assigned to: they stand for places, not for values.</summary>
    public HashSet<CaptureId> AssignedCaptures { get; }

    /// <summary>Under this name a returned value waits while the finally blocks on the way out run.</summary>
    public Name ReturnedValue { get; } = new(null, Name.Returned, Name.NoValue, default);

    /// <summary>Every way out that was found, in the order in which they were.</summary>
    public List<BodyExit> Exits { get; } = new();

    /// <summary>Also the ways out by an exception of something that is called are of interest.</summary>
    public bool RecordsThrows { get; init; }

    /// <summary>The contract that callers of the method rely on: what is declared, or what its body was seen to do.</summary>
    public MemberContract ContractOfCall(IMethodSymbol method) => _callees.Of(method, Cancellation);

    /// <summary>What the parameter was on entry.</summary>
    public Value EntryValueOf(IParameterSymbol parameter) => _entryValues[parameter];

    /// <summary>The parameter that the value was on entry; <see langword="null"/>: none.</summary>
    public IParameterSymbol? ParameterOf(Value value) => _parameters.TryGetValue(value.Id, out IParameterSymbol? parameter) ? parameter : null;

    /// <summary>The value is an object of the caller's: what became of it is told at the end.</summary>
    public bool IsCallers(int value) => value == ThisValue.Id || _parameters.ContainsKey(value);

    public void Enter(IParameterSymbol parameter, Value value)
    {
        _entryValues[parameter] = value;
        _parameters[value.Id] = parameter;
    }

    /// <summary>The site of a value; <see langword="null"/> for constants and compounds.</summary>
    public Site? SiteOf(Value value) => value is OpaqueValue opaque ? Sites[opaque.Site] : null;

    private static HashSet<CaptureId> FindAssignedCaptures(ControlFlowGraph graph)
    {
        var result = new HashSet<CaptureId>();
        foreach (BasicBlock block in graph.Blocks)
        {
            foreach (IOperation operation in block.Operations)
            {
                foreach (IOperation part in operation.DescendantsAndSelf())
                {
                    if (part is IAssignmentOperation { Target: IFlowCaptureReferenceOperation target })
                    {
                        result.Add(target.Id);
                    }
                }
            }
        }

        return result;
    }
}
