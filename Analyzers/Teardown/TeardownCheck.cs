using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Gate;
using Devmap.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Teardown;

/// <summary>Looks at the teardowns of one type: in the order of each body first, then in the light of the whole type.</summary>
internal sealed class TeardownCheck
{
    private readonly TeardownMembers _members;
    private readonly EventCollector _collector;
    private readonly ConcurrentQueue<(IOperation Body, ISymbol Member)> _bodies = new();

    public TeardownCheck(TeardownMembers members, Compilation compilation)
    {
        _members = members;
        _collector = new EventCollector(members, compilation);
    }

    public void Collect(OperationBlockAnalysisContext context)
    {
        foreach (IOperation block in context.OperationBlocks)
        {
            _bodies.Enqueue((block, context.OwningSymbol));
        }
    }

    public void Report(SymbolAnalysisContext context)
    {
        List<IOperation> bodies = _bodies.Select(body => body.Body).OrderBy(body => body.Syntax.SpanStart).ToList();
        if (!bodies.Exists(HasRemoval))
        {
            return;
        }

        var type = new TypeTeardown(_members, _collector);
        bodies.ForEach(type.Add);
        foreach (IOperation body in bodies)
        {
            if (HasRemoval(body) && BodyObstacle.IsWhole(body, context.CancellationToken) && GraphOf(body, context.CancellationToken) is { } graph)
            {
                Report(new BodyTeardown(graph, _collector, _members, type.OnlyRangeOf((INamedTypeSymbol)context.Symbol) is not null, context.CancellationToken), type, context);
            }
        }
    }

    private static ControlFlowGraph? GraphOf(IOperation body, CancellationToken cancellation)
    {
        IOperation root = body;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root switch
        {
            IMethodBodyOperation method => ControlFlowGraph.Create(method, cancellation),
            IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor, cancellation),
            IBlockOperation block => ControlFlowGraph.Create(block, cancellation),
            _ => null,
        };
    }

    private void Report(BodyTeardown body, TypeTeardown type, SymbolAnalysisContext context)
    {
        foreach (TeardownEvent removal in body.Removals)
        {
            if (Find(body, removal, type, context) is { } wrong)
            {
                context.ReportDiagnostic(PgMapRemovedWhileMapped.Report(removal.Operation, wrong));
            }
        }
    }

    private static TeardownMistake? Find(BodyTeardown body, TeardownEvent removal, TypeTeardown type, SymbolAnalysisContext context)
    {
        if (body.MappingBefore(removal) is { } mapping)
        {
            return new TeardownMistake(TeardownMistakeKind.StillMapped, mapping.Operation);
        }

        if (body.LateStep(removal, TeardownStep.ShootDown) is { } shootDown)
        {
            return new TeardownMistake(TeardownMistakeKind.ShotDownLate, shootDown.Operation);
        }

        if (body.EarlyShootDown(removal) is { } early)
        {
            return new TeardownMistake(TeardownMistakeKind.ShotDownEarly, early.ShootDown.Operation, early.Kill.Operation);
        }

        if (body.LateStep(removal, TeardownStep.Kill) is { } kill)
        {
            return new TeardownMistake(TeardownMistakeKind.KilledLate, kill.Operation);
        }

        return !body.MakesRange && !body.MayShootDownBefore(removal)
            && type.MappingThatStays((INamedTypeSymbol)context.Symbol, body.RangeOf(removal), context.CancellationToken) is { } made
                ? new TeardownMistake(TeardownMistakeKind.StillMapped, made)
                : null;
    }

    private bool HasRemoval(IOperation body) =>
        MentionedNames.Any(body.Syntax, TeardownMembers.RemovalNames)
        && body.Descendants().Any(operation => operation is IInvocationOperation invocation && _members.StepOf(invocation.TargetMethod) == TeardownStep.Remove);
}
