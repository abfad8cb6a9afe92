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
    private readonly Dictionary<IMethodSymbol, BodyContext> _followed = new(SymbolEqualityComparer.Default);
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
        Slots = OwnedSlots.MentionedIn(graph, contracts);
        IsOwnRelease = OwnReleases.IsOwnRelease(method, contracts);
        MayRunAgain = IsOwnRelease && OwnReleases.MayRunAgain(method, contracts);
    }

    /// <summary>The body of a nested function, followed where the outer body calls it: it shares all that is known there.</summary>
    private BodyContext(BodyContext outer, ControlFlowGraph graph, IMethodSymbol function)
    {
        _callees = outer._callees;
        _parameters = outer._parameters;
        _entryValues = outer._entryValues;
        _followed = outer._followed;
        Graph = graph;
        Method = function;
        Frame = _followed.Count + 1;
        Nested = outer.Nested;
        Contracts = outer.Contracts;
        Compilation = outer.Compilation;
        Cancellation = outer.Cancellation;
        Values = outer.Values;
        Sites = outer.Sites;
        Names = outer.Names;
        Findings = outer.Findings;
        TraitTests = outer.TraitTests;
        RangePages = outer.RangePages;
        Functions = outer.Functions;
        Conditions = outer.Conditions;
        Uses = outer.Uses;
        ThisValue = outer.ThisValue;
        Effort = outer.Effort;
        Answers = outer.Answers;
        CollectionKinds = outer.CollectionKinds;
        Carriers = outer.Carriers;
        BatchRequests = outer.BatchRequests;
        Slots = outer.Slots;
        IsOwnRelease = outer.IsOwnRelease;
        MayRunAgain = outer.MayRunAgain;
        RecordsThrows = outer.RecordsThrows;
        Options = outer.Options;
        Silences = outer.Silences;
        Liveness = Liveness.Compute(graph, outer.Nested);
        Loops = LoopTable.Find(graph);
        AssignedCaptures = FindAssignedCaptures(graph);
        ReturnedValue = new Name(null, Name.Returned, Frame, default);
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

    /// <summary>The owned fields and properties of its own object that the body mentions.</summary>
    public ImmutableArray<ISymbol> Slots { get; }

    /// <summary>The body has to give up what the owned fields of its object hold.</summary>
    public bool IsOwnRelease { get; }

    /// <summary>It has to survive a second call.</summary>
    public bool MayRunAgain { get; }

    public ValueTable Values { get; } = new();

    public SiteTable Sites { get; } = new();

    public NameTable Names { get; } = new();

    public FindingSink Findings { get; } = new();

    /// <summary>What the analysis has cost so far, the functions that were followed included.</summary>
    public Effort Effort { get; } = new();

    /// <summary>The answers of conditional acquires, those in the functions that were followed included.</summary>
    public AnswerLedger Answers { get; } = new();

    /// <summary>For <see cref="Reachability"/>, which runs too often for a set of its own each time.</summary>
    public BitSet Reachable { get; } = new();

    /// <summary>Told where the analysis gives up; <see langword="null"/>: nobody asks.</summary>
    public SilenceSink? Silences { get; init; }

    /// <summary>The conditions that establish a trait, by the id of their value: the object and the trait.</summary>
    public Dictionary<int, (Value Subject, string Trait)> TraitTests { get; } = new();

    /// <summary>The ranges that were taken by way of a page that was held: the id of the page by that of the range.</summary>
    public Dictionary<int, int> RangePages { get; } = new();

    /// <summary>The qualities that the body refuses of what its parameters bring, on every path.</summary>
    public List<(IParameterSymbol Parameter, RejectedTrait Rejected)> Refusals { get; } = new();

    /// <summary>The kind of the references in an owned collection, by the id of its value.</summary>
    public Dictionary<int, string> CollectionKinds { get; } = new();

    /// <summary>The values of which some contract counts a member: who keeps one of them keeps that too.</summary>
    public BitSet Carriers { get; } = new();

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

    /// <summary>The lambdas and local functions that values stand for, by the site of the value.</summary>
    public Dictionary<int, (IMethodSymbol Function, ControlFlowGraph Graph)> Functions { get; } = new();

    /// <summary>Tells the captures of a nested function that is followed from those of its caller.</summary>
    public int Frame { get; } = Name.NoValue;

    /// <summary>The call that is being followed; <see langword="null"/>: the body is analysed for its own sake.</summary>
    public Activation? Activation { get; private set; }

    /// <summary>The latest call that was followed.</summary>
    private Activation? Latest { get; set; }

    /// <summary>Begins to follow a call, or goes back to the one before it.</summary>
    public void Activate(Activation? activation) => (Activation, Latest) = (activation, activation ?? Latest);

    /// <summary>The context in which calls of the function are followed.</summary>
    public BodyContext ContextOf(IMethodSymbol function, ControlFlowGraph graph)
    {
        if (!_followed.TryGetValue(function, out BodyContext? context))
        {
            context = new BodyContext(this, graph, function);
            _followed.Add(function, context);
        }

        return context;
    }

    public Name NameOf(CaptureId capture) => new(null, Name.NoValue, Frame, capture);

    /// <summary>The method that the analysis is for: of a nested function that is followed, the one that it is followed from.</summary>
    public IMethodSymbol Owner => Activation?.Caller.Owner ?? Method;

    /// <summary>Whether the function, or one that it is called from, is being followed already.</summary>
    public bool IsRunning(IMethodSymbol function)
    {
        for (BodyContext? body = this; body is not null; body = body.Activation?.Caller)
        {
            if (SymbolEqualityComparer.Default.Equals(body.Method, function))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the variable is one of this body, or of the bodies that it is followed for.</summary>
    public bool Declares(ISymbol variable) => NestedFunctions.IsDeclaredIn(variable, Owner);

    /// <summary>Whether what the name stands for may still be asked for at or after the entry of the block.</summary>
    public bool IsLive(int block, int name)
    {
        Name asked = Names[name];
        return (asked.Symbol is { } symbol && Nested.Shares(symbol))
            || Activation?.Entry.Names.Find(name) is not null
            || Liveness.IsLive(block, asked);
    }

    /// <summary>Whether values of the site come up in the loop, also in a function that is called from there.</summary>
    public bool IsIn(Loop loop, Site? site)
    {
        int block = site?.Block ?? -1;
        for (BodyContext? body = site?.Body; body is not null && body != this; body = body.Latest?.Caller)
        {
            block = body.Latest?.Block ?? -1;
        }

        return loop.Blocks.Contains(block);
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
