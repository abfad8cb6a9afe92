using System;
using System.Linq;
using System.Threading;
using Devmap.Analyzers.Gate;
using Devmap.Analyzers;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Contracts.Files;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Inference;
using Devmap.Analyzers.Options;
using Devmap.Tests.Unit.Contracts;
using Devmap.Tests.Unit.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace Devmap.Tests.Unit.Cost;

/// <summary>
/// What the analysis costs, in counts that are the same on every machine. A change that makes it dearer by more than a
/// tenth fails here; one that is worth its price changes the numbers in the same commit, and says why.
/// </summary>
public sealed class CostGateTests(ITestOutputHelper output)
{
    /// <summary>Bodies that get past the gate of names: those that mention a member with a contract, or one of the same name.</summary>
    private const int Named = 50;

    /// <summary>Bodies that get past both gates: no more than those that count, or look as if they did.</summary>
    private const int Admitted = 50;

    private const int Steps = 2_450;
    private const int States = 940;
    private const long GateBytes = 1_200_000;
    private const long Bytes = 3_060_000;

    [Fact]
    public void Is_what_it_was()
    {
        // Whatever is made once is made in the first round.
        Measure();
        Cost cost = Measure();
        output.WriteLine($"{FixedProject.Methods} methods: {cost}");
        Assert.True(cost.Bodies > FixedProject.Methods * 9 / 10, $"{cost.Bodies} bodies were looked at");
        Assert.Equal(Named, cost.Named);
        Assert.Equal(Admitted, cost.Admitted);
        AssertWithin(Steps, cost.Steps, "steps");
        AssertWithin(States, cost.States, "states");
        AssertWithin(GateBytes, cost.GateBytes, "bytes before the first body that counts");
        AssertWithin(Bytes, cost.Bytes, "bytes");
    }

    private static void AssertWithin(long limit, long count, string what) =>
        Assert.True(count <= limit * 11 / 10, $"{count} {what} where {limit} were enough");

    private static Cost Measure()
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(FixedProject.Source);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Fixed",
            [tree, CSharpSyntaxTree.ParseText(CountedCode.Library), CSharpSyntaxTree.ParseText(ContractAttributes.Source)],
            Mutants.Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        SemanticModel model = compilation.GetSemanticModel(tree);
        var bodies = tree.GetRoot().DescendantNodes()
            .Where(static node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax)
            .Select(node => (Symbol: (IMethodSymbol)model.GetDeclaredSymbol(node)!, Operation: model.GetOperation(node)))
            .Where(static body => body.Operation is IMethodBodyOperation)
            .ToList();

        // The namespaces of the references are read by any compilation.
        Assert.True(ContractPresence.AnyInSight(compilation));
        long before = GC.GetAllocatedBytesForCurrentThread();
        var contracts = new ContractProvider(ContractFileSet.Empty, new ContractScope(compilation, ContractFileSet.Empty));
        var options = new OptionReader(new AnalyzerOptions([]).AnalyzerConfigOptionsProvider);
        var inferred = new InferredContracts(compilation, contracts, options);
        var names = new NameGate(compilation, ContractFileSet.Empty, inferred);
        var callees = new CalleeContracts(contracts, inferred);
        int admitted = 0, steps = 0, states = 0;
        var mentioning = bodies.Where(body => names.Admits(body.Symbol, CodeOf((IMethodBodyOperation)body.Operation!), CancellationToken.None)).ToList();
        long inGate = GC.GetAllocatedBytesForCurrentThread() - before;
        foreach ((IMethodSymbol symbol, IOperation? operation) in mentioning)
        {
            if (!BodyGate.Admits(operation!, symbol, contracts, inferred, null, CancellationToken.None))
            {
                continue;
            }

            admitted++;
            var graph = ControlFlowGraph.Create((IMethodBodyOperation)operation!);
            var body = new BodyContext(graph, symbol, NestedFunctions.Find(operation!), contracts, callees, compilation, CancellationToken.None);
            BodyAnalysis.Run(body);
            steps += body.Effort.Steps;
            states += body.Effort.States;
        }

        return new Cost(bodies.Count, mentioning.Count, admitted, steps, states, inGate, GC.GetAllocatedBytesForCurrentThread() - before - inGate);
    }

    // As the driver shows it: without the header of the method.
    private static SyntaxNode CodeOf(IMethodBodyOperation body) => (body.BlockBody ?? body.ExpressionBody!).Syntax;

    private sealed record Cost(int Bodies, int Named, int Admitted, int Steps, int States, long GateBytes, long Bytes);
}
