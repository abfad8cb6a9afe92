using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Teardown;

/// <summary>The teardowns of one body, and what is wrong with their order.</summary>
internal sealed class BodyTeardown
{
    private readonly List<TeardownEvent> _events;
    private readonly BodyPaths _paths;
    private readonly RangeLinks _links;
    private readonly bool _hasOneRange;

    /// <param name="graph">The body.</param>
    /// <param name="collector">Finds its steps.</param>
    /// <param name="members">The library.</param>
    /// <param name="hasOneRange">The type of the body has one device range, so that what it has besides belongs to that.</param>
    /// <param name="cancellation">Ends the look through the body.</param>
    public BodyTeardown(ControlFlowGraph graph, EventCollector collector, TeardownMembers members, bool hasOneRange, CancellationToken cancellation)
    {
        _hasOneRange = hasOneRange;
        _events = collector.In(graph, cancellation);
        _paths = new BodyPaths(graph);
        _links = new RangeLinks(members, graph.OriginalOperation);
    }

    /// <summary>Whether the range comes into being in the body itself: then what is removed there may be what nobody has mapped yet.</summary>
    public bool MakesRange => _events.Exists(step => step.Step == TeardownStep.Make);

    public IEnumerable<TeardownEvent> Removals => Of(TeardownStep.Remove);

    /// <summary>Whether something before the removal may have taken the mappings away.</summary>
    public bool MayShootDownBefore(TeardownEvent removal) =>
        _events.Exists(step => step.Step is TeardownStep.ShootDown or TeardownStep.Unknown && _paths.Leads(step, removal));

    /// <summary>What the removed range is called.</summary>
    public HashSet<ISymbol> RangeOf(TeardownEvent removal) => _links.RootsOf(RangeOperand(removal.Operation));

    /// <summary>The mapping of the range that leads to its removal with nothing between the two that takes it away.</summary>
    public TeardownEvent? MappingBefore(TeardownEvent removal)
    {
        HashSet<ISymbol> range = RangeOf(removal);
        return Of(TeardownStep.Map).FirstOrDefault(map =>
            _paths.Leads(map, removal)
            && _links.RootsOf(Operands(map.Operation)).Overlaps(range)
            && !_events.Exists(step => step.Step is TeardownStep.ShootDown or TeardownStep.Unknown && _paths.Leads(map, step) && _paths.Leads(step, removal)));
    }

    /// <summary>Whether a step is about the removed range: it goes by a name of it, or both are the only ones that their object has.</summary>
    private bool Concerns(TeardownEvent step, HashSet<ISymbol> range)
    {
        HashSet<ISymbol> roots = _links.RootsOf(Operands(step.Operation));
        return roots.Overlaps(range) || (_hasOneRange && roots.Any(IsOwnMember) && range.Any(IsOwnMember));
    }

    private static bool IsOwnMember(ISymbol symbol) => symbol is (IFieldSymbol or IPropertySymbol) and { IsStatic: false };

    /// <summary>A step that comes behind the removal and should have come before it; not where the removal is tried again behind it.</summary>
    public TeardownEvent? LateStep(TeardownEvent removal, TeardownStep kind)
    {
        HashSet<ISymbol> range = RangeOf(removal);
        return _events.Exists(step => (step.Step == kind || step.Step == TeardownStep.Unknown) && _paths.Leads(step, removal))
            ? null
            : Of(kind).FirstOrDefault(step => _paths.Leads(removal, step) && Concerns(step, range) && !Removals.Any(other => _paths.Leads(step, other)));
    }

    /// <summary>A shoot-down that is over before the device is killed, so that a fault may bring a mapping back.</summary>
    public (TeardownEvent ShootDown, TeardownEvent Kill)? EarlyShootDown(TeardownEvent removal)
    {
        HashSet<ISymbol> range = RangeOf(removal);
        foreach (TeardownEvent kill in Of(TeardownStep.Kill).Where(kill => _paths.Leads(kill, removal) && Concerns(kill, range)))
        {
            bool mayFollow = _events.Exists(step => step.Step is TeardownStep.ShootDown or TeardownStep.Unknown && _paths.Leads(kill, step) && _paths.Leads(step, removal));
            TeardownEvent? early = Of(TeardownStep.ShootDown).FirstOrDefault(step => TakesAllAway(step.Operation) && _paths.Leads(step, kill) && Concerns(step, range));
            if (!mayFollow && early is not null && !_events.Exists(step => step.Step == TeardownStep.Kill && _paths.Leads(step, early)))
            {
                return (early, kill);
            }
        }

        return null;
    }

    // To end one mapping for good (munmap) leaves nothing that could fault; to empty the entries of all does.
    private static bool TakesAllAway(IOperation operation) => operation is IInvocationOperation { TargetMethod: { Name: "UnmapAll", ContainingType.Name: "DaxFile" or "MappedFile" } };

    private static IOperation? RangeOperand(IOperation removal) => removal is IInvocationOperation invocation
        ? invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Type.Name == "PgMap")?.Value ?? invocation.Instance
        : null;

    private static IOperation?[] Operands(IOperation operation) => operation is IInvocationOperation invocation
        ? invocation.Arguments.Select(argument => argument.Value).Append(invocation.Instance!).ToArray()
        : System.Array.Empty<IOperation?>();

    private IEnumerable<TeardownEvent> Of(TeardownStep step) => _events.Where(candidate => candidate.Step == step);
}
