using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Names;

/// <summary>Collects every mention of the nested functions of a body, to tell those that are only ever called in it.</summary>
internal sealed class NestedFunctionUses
{
    private readonly Dictionary<IMethodSymbol, NestedFunction> _functions;
    private readonly HashSet<IMethodSymbol> _handedOn = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _copied = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, ILocalSymbol> _homes = new(SymbolEqualityComparer.Default);
    private readonly List<(ISymbol Used, IMethodSymbol? In)> _calls = new();

    public NestedFunctionUses(Dictionary<IMethodSymbol, NestedFunction> functions) => _functions = functions;

    public void Add(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } local } invocation:
                AddCall(local.OriginalDefinition, local.IsAsync && !IsAwaited(invocation), operation);
                break;
            case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local }:
                AddCall(local.OriginalDefinition, isHandedOn: true, operation);
                break;
            case IAnonymousFunctionOperation lambda:
                AddLambda(lambda);
                break;
            case ILocalReferenceOperation { Local.Type.TypeKind: TypeKind.Delegate } reference:
                if (!IsCalledOrAssigned(reference))
                {
                    _copied.Add(reference.Local);
                }

                _calls.Add((reference.Local, Around(reference)));
                break;
        }
    }

    /// <summary>Decides what was collected.</summary>
    public void Settle()
    {
        foreach (NestedFunction function in _functions.Values)
        {
            Gather(function, function.AllCaptures, new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default));
            function.RunsOnlyWhereCalled = RunsOnlyWhereCalled(function, new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default));
        }
    }

    /// <summary>The innermost lambda or local function around the operation; <see langword="null"/>: the body itself.</summary>
    public static IMethodSymbol? Around(IOperation operation)
    {
        for (IOperation? parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (NestedFunctions.FunctionOf(parent) is { } function)
            {
                return function;
            }
        }

        return null;
    }

    /// <summary>Whether what the call returns is awaited on the spot, so that all of it has run then.</summary>
    public static bool IsAwaited(IOperation call)
    {
        IOperation? parent = call.Parent;
        while (parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } or IConversionOperation)
        {
            parent = parent.Parent;
        }

        return parent is IAwaitOperation;
    }

    private void AddCall(IMethodSymbol function, bool isHandedOn, IOperation operation)
    {
        if (isHandedOn)
        {
            _handedOn.Add(function);
        }

        _calls.Add((function, Around(operation)));
    }

    private void AddLambda(IAnonymousFunctionOperation lambda)
    {
        IOperation? place = lambda.Parent;
        while (place is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            place = place.Parent;
        }

        ILocalSymbol? home = place switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } => target.Local,
            _ => null,
        };
        bool isCalled = place is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke };
        if (home is not null)
        {
            _homes[lambda.Symbol] = home;
        }
        else if (!isCalled)
        {
            _handedOn.Add(lambda.Symbol);
        }

        if (lambda.Symbol.IsAsync)
        {
            // Whether each call of the variable is awaited is not worth finding out.
            _handedOn.Add(lambda.Symbol);
        }

        _calls.Add((lambda.Symbol, Around(lambda)));
    }

    private static bool IsCalledOrAssigned(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IInvocationOperation invocation => invocation.Instance == reference,
        IConditionalAccessOperation { WhenNotNull: IInvocationOperation { Instance: IConditionalAccessInstanceOperation } } => true,
        ISimpleAssignmentOperation assignment => assignment.Target == reference,
        _ => false,
    };

    private bool RunsOnlyWhereCalled(NestedFunction function, HashSet<IMethodSymbol> asked)
    {
        if (!asked.Add(function.Symbol))
        {
            // It calls itself in the end.
            return false;
        }

        _homes.TryGetValue(function.Symbol, out ILocalSymbol? home);
        bool result = !function.IsIterator && !_handedOn.Contains(function.Symbol) && (home is null || !_copied.Contains(home));
        foreach ((ISymbol used, IMethodSymbol? @in) in _calls)
        {
            if (result && @in is not null
                && (SymbolEqualityComparer.Default.Equals(used, function.Symbol) || SymbolEqualityComparer.Default.Equals(used, home)))
            {
                result = _functions.TryGetValue(@in, out NestedFunction? around) && RunsOnlyWhereCalled(around, asked);
            }
        }

        asked.Remove(function.Symbol);
        return result;
    }

    private void Gather(NestedFunction function, HashSet<ISymbol> captures, HashSet<IMethodSymbol> seen)
    {
        if (!seen.Add(function.Symbol))
        {
            return;
        }

        captures.UnionWith(function.Captures);
        foreach ((ISymbol used, IMethodSymbol? @in) in _calls)
        {
            if (used is IMethodSymbol called && @in is not null && SymbolEqualityComparer.Default.Equals(@in, function.Symbol)
                && _functions.TryGetValue(called, out NestedFunction? callee))
            {
                Gather(callee, captures, seen);
            }
        }
    }
}
