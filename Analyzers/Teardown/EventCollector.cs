using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Teardown;

/// <summary>Finds the steps of a teardown in a body, those of the methods that it calls included.</summary>
internal sealed class EventCollector
{
    // Deeper calls than this are code that nobody looks into.
    private const int MaxDepth = 6;

    private readonly TeardownMembers _members;
    private readonly Compilation _compilation;

    public EventCollector(TeardownMembers members, Compilation compilation)
    {
        _members = members;
        _compilation = compilation;
    }

    public List<TeardownEvent> In(ControlFlowGraph graph, CancellationToken cancellation)
    {
        var events = new List<TeardownEvent>();
        foreach (BasicBlock block in graph.Blocks)
        {
            if (!block.IsReachable)
            {
                continue;
            }

            int index = 0;
            foreach (IOperation operation in block.Operations)
            {
                Add(operation, block.Ordinal, ref index, events, cancellation);
            }

            if (block.BranchValue is { } value)
            {
                Add(value, block.Ordinal, ref index, events, cancellation);
            }
        }

        return events;
    }

    /// <summary>What a whole body does, in no order; the code of lambdas in it included.</summary>
    public IEnumerable<(TeardownStep Step, IOperation Operation)> Anywhere(IOperation body, CancellationToken cancellation)
    {
        foreach (IOperation operation in body.DescendantsAndSelf())
        {
            foreach (TeardownStep step in StepsOf(operation, 0, cancellation))
            {
                yield return (step, operation);
            }
        }
    }

    // Operands are evaluated before their operation.
    private void Add(IOperation operation, int block, ref int index, List<TeardownEvent> events, CancellationToken cancellation)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            Add(child, block, ref index, events, cancellation);
        }

        foreach (TeardownStep step in StepsOf(operation, 0, cancellation))
        {
            events.Add(new TeardownEvent(step, operation, block, index++));
        }
    }

    private IEnumerable<TeardownStep> StepsOf(IOperation operation, int depth, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        IMethodSymbol? called = operation switch
        {
            IInvocationOperation invocation => invocation.TargetMethod,
            IObjectCreationOperation { Constructor: { } constructor } => constructor,
            _ => null,
        };
        if (called is null || IsOfPlatform(called))
        {
            return System.Array.Empty<TeardownStep>();
        }

        if (_members.IsOfLibrary(called))
        {
            return _members.StepOf(called) is { } step ? new[] { step } : System.Array.Empty<TeardownStep>();
        }

        return Inside(called, depth, cancellation);
    }

    /// <summary>Only what ends mappings matters of a callee: what it makes is a matter of its own body.</summary>
    private IEnumerable<TeardownStep> Inside(IMethodSymbol called, int depth, CancellationToken cancellation)
    {
        called = called.OriginalDefinition;
        if (depth >= MaxDepth || called.DeclaringSyntaxReferences.IsEmpty || called.IsAbstract || called.IsVirtual || called.IsOverride || called.MethodKind == MethodKind.DelegateInvoke)
        {
            return called.MethodKind == MethodKind.Constructor && called.IsImplicitlyDeclared ? System.Array.Empty<TeardownStep>() : new[] { TeardownStep.Unknown };
        }

        var found = new HashSet<TeardownStep>();
        foreach (SyntaxReference reference in called.DeclaringSyntaxReferences)
        {
            SyntaxNode declaration = reference.GetSyntax(cancellation);
            if (!_compilation.ContainsSyntaxTree(declaration.SyntaxTree))
            {
                return new[] { TeardownStep.Unknown };
            }

#pragma warning disable RS1030 // What other bodies do cannot be had from this one's model.
            SemanticModel model = _compilation.GetSemanticModel(declaration.SyntaxTree);
#pragma warning restore RS1030
            if (model.GetOperation(declaration, cancellation) is not { } body)
            {
                continue;
            }

            foreach (IOperation operation in body.Descendants())
            {
                foreach (TeardownStep step in StepsOf(operation, depth + 1, cancellation))
                {
                    if (step is TeardownStep.ShootDown or TeardownStep.Unknown or TeardownStep.Kill)
                    {
                        found.Add(step);
                    }
                }
            }
        }

        return found;
    }

    private static bool IsOfPlatform(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return false;
        }

        INamespaceSymbol? outermost = method.ContainingNamespace;
        while (outermost is { ContainingNamespace.IsGlobalNamespace: false })
        {
            outermost = outermost.ContainingNamespace;
        }

        return outermost is { Name: "System" or "Microsoft" };
    }
}
