using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.Transfer;
using Devmap.Analyzers.Flow.Execution;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Inference;

/// <summary>A method with a body that is understood.</summary>
/// <param name="Method">The method.</param>
/// <param name="Graph">Its control-flow graph.</param>
/// <param name="Nested">Its lambdas and local functions.</param>
/// <param name="Callees">The methods that it calls and that can be told from their bodies, in the order in which it mentions them.</param>
internal sealed record MethodBody(IMethodSymbol Method, ControlFlowGraph Graph, NestedFunctions Nested, List<IMethodSymbol> Callees);

/// <summary>Finds the bodies of methods outside the one that the driver has asked to be analysed.</summary>
internal sealed class MethodBodies
{
    private readonly Compilation _compilation;
    private readonly InferencePolicy _policy;
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();

    public MethodBodies(Compilation compilation, InferencePolicy policy)
    {
        _compilation = compilation;
        _policy = policy;
    }

    /// <summary>The body of the method; <see langword="null"/> where there is none that is understood.</summary>
    public MethodBody? Of(IMethodSymbol method, CancellationToken cancellation)
    {
        method = method.PartialImplementationPart ?? method;
        SyntaxNode syntax = method.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        if (BodyOf(syntax) is not { } body || IsIterator(body) || ModelOf(syntax.SyntaxTree).GetOperation(body, cancellation) is not { } root || !BodyObstacle.IsWhole(root, cancellation))
        {
            return null;
        }

        ControlFlowGraph? graph = root switch
        {
            IMethodBodyOperation operation => ControlFlowGraph.Create(operation, cancellation),
            IConstructorBodyOperation operation => ControlFlowGraph.Create(operation, cancellation),
            IBlockOperation { Parent: null } operation => ControlFlowGraph.Create(operation, cancellation),
            _ => null,
        };
        return graph is null ? null : new MethodBody(method, graph, NestedFunctions.Find(root), CalleesIn(graph, cancellation));
    }

    private static SyntaxNode? BodyOf(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax { Body: not null } or BaseMethodDeclarationSyntax { ExpressionBody: not null } => declaration,
        AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null } => declaration,
        ArrowExpressionClauseSyntax => declaration,
        _ => null,
    };

    // The body of an iterator runs when its consumer asks for an element, not when it is called.
    private static bool IsIterator(SyntaxNode body)
    {
        foreach (SyntaxNode node in body.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            if (node is YieldStatementSyntax)
            {
                return true;
            }
        }

        return false;
    }

#pragma warning disable RS1030 // The body of a callee may be in any file; the driver shares its own models with the compilation.
    private SemanticModel ModelOf(SyntaxTree tree) => _models.GetOrAdd(tree, key => _compilation.GetSemanticModel(key));
#pragma warning restore RS1030

    private List<IMethodSymbol> CalleesIn(ControlFlowGraph graph, CancellationToken cancellation)
    {
        var callees = new List<IMethodSymbol>();
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        foreach (BasicBlock block in graph.Blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (IOperation operation in block.Operations)
            {
                Collect(operation);
            }

            if (block.BranchValue is { } value)
            {
                Collect(value);
            }
        }

        return callees;

        void Collect(IOperation operation)
        {
            foreach (IOperation part in operation.DescendantsAndSelf())
            {
                IMethodSymbol? callee = part switch
                {
                    IInvocationOperation invocation => CallTarget.Resolve(invocation, null),
                    IObjectCreationOperation creation => creation.Constructor,
                    IPropertyReferenceOperation property => property.Property.GetMethod,
                    IConversionOperation conversion => conversion.OperatorMethod,
                    IBinaryOperation binary => binary.OperatorMethod,
                    IUnaryOperation unary => unary.OperatorMethod,
                    _ => null,
                };
                if (callee is not null && InferredContracts.Definition(callee) is var definition && seen.Add(definition) && _policy.Admits(definition))
                {
                    callees.Add(definition);
                }
            }
        }
    }
}
