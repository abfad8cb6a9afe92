using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Devmap.Analyzers.Baselines;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Gate;
using Devmap.Analyzers.Inference;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Options;
using Devmap.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers;

/// <summary>Runs the engine over one member: its body, and the lambdas and local functions in it.</summary>
internal sealed class BodyAnalyzer
{
    private readonly ContractProvider _contracts;
    private readonly InferredContracts _inferred;
    private readonly NameGate _gate;
    private readonly CalleeContracts _callees;
    private readonly OptionReader _options;
    private readonly RuleBook _rules;
    private readonly Baseline _baseline;

    public BodyAnalyzer(ContractProvider contracts, InferredContracts inferred, NameGate gate, OptionReader options, RuleBook rules, Baseline baseline)
    {
        _gate = gate;
        _baseline = baseline;
        _inferred = inferred;
        _contracts = contracts;
        _callees = new CalleeContracts(contracts, inferred);
        _options = options;
        _rules = rules;
    }

    public void Analyze(OperationBlockAnalysisContext context)
    {
        HashSet<ControlFlowGraph>? seen = null;
        BodyReports? reports = null;
        foreach (IOperation block in context.OperationBlocks)
        {
            if (!_gate.Admits(context.OwningSymbol, block.Syntax, context.CancellationToken))
            {
                continue;
            }

            if (reports is null && _contracts.Of(context.OwningSymbol).IsTrusted)
            {
                return;
            }

            seen ??= new HashSet<ControlFlowGraph>();
            reports ??= new BodyReports();
            try
            {
                Analyze(block, seen, reports, context);
            }
            catch (InsufficientExecutionStackException)
            {
                // Nested deeper than this thread can follow; the compiler gives up a little later.
                if (_options.Of(block.Syntax.SyntaxTree).Strict)
                {
                    context.ReportDiagnostic(NotAnalysed.Report(new Silence(SilenceReason.TooLarge, block.Syntax), context.OwningSymbol));
                }
            }
        }

        if (reports is null)
        {
            return;
        }

        foreach (Diagnostic diagnostic in _baseline.New(reports.All))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    private void Analyze(IOperation block, HashSet<ControlFlowGraph> seen, BodyReports reports, OperationBlockAnalysisContext context)
    {
        DevmapOptions options = _options.Of(block.Syntax.SyntaxTree);
        if (!Exclusion.OfBody(context.OwningSymbol, options)
            && IsAdmitted(block, options, context)
            && context.GetControlFlowGraph(block) is { } graph
            && seen.Add(graph))
        {
            IOperation root = Root(block);
            Analyze(graph, MethodOf(root, context.OwningSymbol), NestedFunctions.Find(root), options, reports, context);
        }
    }

    /// <summary>
    /// The method whose body it is: an initializer is a part of every constructor, whichever. Attributes and default
    /// values of parameters have graphs of their own, and belong to no body.
    /// </summary>
    private static IMethodSymbol? MethodOf(IOperation root, ISymbol owner) => root switch
    {
        IMethodBodyBaseOperation or IBlockOperation => owner as IMethodSymbol,
        IFieldInitializerOperation or IPropertyInitializerOperation => owner.ContainingType.InstanceConstructors.FirstOrDefault(),
        _ => null,
    };

    private bool IsAdmitted(IOperation block, DevmapOptions options, OperationBlockAnalysisContext context)
    {
        SilenceSink? silences = options.Strict ? new SilenceSink() : null;
        bool admitted = BodyGate.Admits(block, context.OwningSymbol, _contracts, _inferred, silences, context.CancellationToken);
        foreach (Silence silence in silences?.Silences ?? Array.Empty<Silence>())
        {
            context.ReportDiagnostic(NotAnalysed.Report(silence, context.OwningSymbol));
        }

        return admitted;
    }

    // A constructor's initializer and body have one graph, and may share what a lambda captures.
    private static IOperation Root(IOperation block)
    {
        while (block.Parent is { } parent)
        {
            block = parent;
        }

        return block;
    }

    private void Analyze(ControlFlowGraph graph, IMethodSymbol? method, NestedFunctions nested, DevmapOptions options, BodyReports reports, OperationBlockAnalysisContext context)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        if (method is not null && (BodyShape.IsInitializer(graph) || !_contracts.Of(method).IsTrusted))
        {
            var body = new BodyContext(graph, method, nested, _contracts, _callees, context.Compilation, context.CancellationToken)
            {
                Options = options,
                Silences = options.Strict ? new SilenceSink() : null,
            };
            foreach (Finding finding in BodyAnalysis.Run(body))
            {
                if (!Exclusion.OfFinding(finding, options) && _rules.Report(finding, body) is { } diagnostic)
                {
                    reports.Add(diagnostic);
                }
            }

            foreach (Silence silence in body.Silences?.Silences ?? Array.Empty<Silence>())
            {
                context.ReportDiagnostic(NotAnalysed.Report(silence, body));
            }
        }

        foreach (IMethodSymbol local in graph.LocalFunctions)
        {
            Analyze(graph.GetLocalFunctionControlFlowGraph(local, context.CancellationToken), local, nested, options, reports, context);
        }

        foreach (IFlowAnonymousFunctionOperation lambda in LambdasIn(graph, context.CancellationToken))
        {
            Analyze(graph.GetAnonymousFunctionControlFlowGraph(lambda, context.CancellationToken), lambda.Symbol, nested, options, reports, context);
        }
    }

    private static List<IFlowAnonymousFunctionOperation> LambdasIn(ControlFlowGraph graph, CancellationToken cancellation)
    {
        var lambdas = new List<IFlowAnonymousFunctionOperation>();
        foreach (BasicBlock block in graph.Blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (IOperation operation in block.Operations)
            {
                Collect(operation, lambdas);
            }

            if (block.BranchValue is { } value)
            {
                Collect(value, lambdas);
            }
        }

        return lambdas;
    }

    private static void Collect(IOperation operation, List<IFlowAnonymousFunctionOperation> lambdas)
    {
        foreach (IOperation part in operation.DescendantsAndSelf())
        {
            if (part is IFlowAnonymousFunctionOperation lambda)
            {
                lambdas.Add(lambda);
            }
        }
    }
}
