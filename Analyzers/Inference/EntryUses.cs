using System.Collections.Generic;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Transfer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Inference;

/// <summary>
/// Which parameters a body certainly uses as they were handed in: on every way through it stands a call that needs the
/// object alive, before anything that could have taken a reference on it.
/// </summary>
internal sealed class EntryUses
{
    private readonly ControlFlowGraph _graph;
    private readonly ContractProvider _contracts;
    private readonly ICalleeContracts _callees;

    public EntryUses(ControlFlowGraph graph, ContractProvider contracts, ICalleeContracts callees)
    {
        _graph = graph;
        _contracts = contracts;
        _callees = callees;
    }

    /// <summary>Whether no path reaches the end of the body without such a call.</summary>
    public bool Requires(IParameterSymbol parameter)
    {
        var seen = new HashSet<int> { 0 };
        var work = new Stack<int>();
        bool any = false;
        work.Push(0);
        while (work.Count > 0)
        {
            BasicBlock block = _graph.Blocks[work.Pop()];
            switch (Look(block, parameter))
            {
                case true:
                    any = true;
                    continue;
                case false:
                    return false;
            }

            if (block.Kind == BasicBlockKind.Exit)
            {
                return false;
            }

            foreach (ControlFlowBranch? branch in new[] { block.FallThroughSuccessor, block.ConditionalSuccessor })
            {
                // A path that throws says nothing of what the others need.
                if (branch?.Destination is { } next && seen.Add(next.Ordinal))
                {
                    work.Push(next.Ordinal);
                }
            }
        }

        return any;
    }

    /// <summary>What the block does first: use the object, or (<see langword="false"/>) something that changes who holds it.</summary>
    private bool? Look(BasicBlock block, IParameterSymbol parameter)
    {
        foreach (IOperation operation in block.Operations)
        {
            if (Look(operation, parameter) is { } found)
            {
                return found;
            }
        }

        return block.BranchValue is { } value ? Look(value, parameter) : null;
    }

    private bool? Look(IOperation operation, IParameterSymbol parameter)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            if (Look(child, parameter) is { } found)
            {
                return found;
            }
        }

        return operation switch
        {
            IAssignmentOperation assignment when IsParameter(assignment.Target, parameter) => false,
            IInvocationOperation invocation => OfCall(invocation, parameter),
            IPropertyReferenceOperation { Instance: { } instance } property when IsParameter(instance, parameter) =>
                Judge(_contracts.Of(property.Property).Receiver),
            IFlowAnonymousFunctionOperation => false,
            _ => null,
        };
    }

    private bool? OfCall(IInvocationOperation invocation, IParameterSymbol parameter)
    {
        MemberContract contract = _callees.Of(CallTarget.Resolve(invocation, null), default);
        if (invocation.Instance is { } instance && IsParameter(instance, parameter))
        {
            return Judge(contract.Receiver);
        }

        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            if (argument.Parameter is { } formal && IsParameter(argument.Value, parameter))
            {
                return Judge(contract.Parameter(formal.Ordinal));
            }
        }

        return null;
    }

    private static bool? Judge(ElementContract element)
    {
        foreach (RefEffect effect in element.Effects)
        {
            if (effect.Acquires)
            {
                return false;
            }
        }

        return element.Requires ? true : null;
    }

    private static bool IsParameter(IOperation operation, IParameterSymbol parameter)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter);
    }
}
