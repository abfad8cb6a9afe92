using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Names;

/// <summary>
/// The lambdas and local functions of a body: which variables they share with it, and which of them run only where the
/// body calls them, so that a call counts as if their body stood there.
/// </summary>
internal sealed class NestedFunctions
{
    public static readonly NestedFunctions None = new();

    private readonly Dictionary<IMethodSymbol, NestedFunction> _functions = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _captured = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _aliased = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _members = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _users = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// The variables that <paramref name="function"/> reads or writes and does not declare, those of the functions in it
    /// and of those that it calls included.
    /// </summary>
    public IEnumerable<ISymbol> CapturedBy(IMethodSymbol function) =>
        Find(function) is { } found ? found.AllCaptures : ImmutableHashSet<ISymbol>.Empty;

    /// <summary>Whether <paramref name="function"/> can reach the members of the object that its body belongs to.</summary>
    public bool UsesSelf(IMethodSymbol function) => _users.Contains(function.OriginalDefinition);

    /// <summary>Whether a nested function uses the variable, so that what it holds may be asked for at any call.</summary>
    public bool Shares(ISymbol variable) => _captured.Contains(variable) || _members.Contains(variable);

    /// <summary>
    /// Whether the variable may change without any operation that can be followed: by a function that somebody else may
    /// run, or through a <c>ref</c> local or pointer.
    /// </summary>
    public bool Write(ISymbol variable)
    {
        if (_aliased.Contains(variable))
        {
            return true;
        }

        foreach (NestedFunction function in _functions.Values)
        {
            if (function.Written.Contains(variable) && !function.RunsOnlyWhereCalled)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a nested function assigns to the variable at all.</summary>
    public bool Assigns(ISymbol variable)
    {
        foreach (NestedFunction function in _functions.Values)
        {
            if (function.Written.Contains(variable))
            {
                return true;
            }
        }

        return false;
    }

    public bool Writes(IMethodSymbol function, ISymbol variable) => Find(function)?.Written.Contains(variable) == true;

    /// <summary>Whether a call of the function runs its body then and there.</summary>
    public bool RunsWhenCalled(IMethodSymbol function) => Find(function) is { IsIterator: false };

    /// <summary>Whether the variable belongs to the function, or to one that is nested in it.</summary>
    public static bool IsDeclaredIn(ISymbol variable, IMethodSymbol function)
    {
        for (ISymbol? owner = variable.ContainingSymbol; owner is not null; owner = owner.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(owner, function))
            {
                return true;
            }
        }

        return false;
    }

    public static NestedFunctions Find(IOperation root)
    {
        NestedFunctions? result = null;
        foreach (IOperation operation in root.Descendants())
        {
            if (FunctionOf(operation) is { } function)
            {
                result ??= new NestedFunctions();
                result._functions[function] = new NestedFunction(function);
            }
            else if (AliasedBy(operation) is { } variable)
            {
                (result ??= new NestedFunctions())._aliased.Add(variable);
            }
        }

        if (result is null)
        {
            return None;
        }

        var uses = new NestedFunctionUses(result._functions);
        foreach (IOperation operation in root.Descendants())
        {
            if (FunctionOf(operation) is { } function)
            {
                result.Add(result._functions[function], operation);
            }

            uses.Add(operation);
        }

        uses.Settle();
        return result;
    }

    /// <summary>The lambda or local function that the operation is.</summary>
    public static IMethodSymbol? FunctionOf(IOperation operation) => operation switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        ILocalFunctionOperation local => local.Symbol,
        _ => null,
    };

    private NestedFunction? Find(IMethodSymbol function) => _functions.TryGetValue(function.OriginalDefinition, out NestedFunction? found) ? found : null;

    private void Add(NestedFunction function, IOperation body)
    {
        foreach (IOperation operation in body.Descendants())
        {
            switch (operation)
            {
                case ILocalReferenceOperation local when !IsDeclaredIn(local.Local, function.Symbol):
                    Capture(local.Local);
                    break;
                case IParameterReferenceOperation parameter when !IsDeclaredIn(parameter.Parameter, function.Symbol):
                    Capture(parameter.Parameter);
                    break;
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                    _users.Add(function.Symbol);
                    break;
                case IMemberReferenceOperation member:
                    _members.Add(member.Member);
                    break;
                case IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak } when SymbolEqualityComparer.Default.Equals(NestedFunctionUses.Around(operation), function.Symbol):
                    function.IsIterator = true;
                    break;
            }

            void Capture(ISymbol variable)
            {
                _captured.Add(variable);
                function.Captures.Add(variable);
                if (IsWritten(operation))
                {
                    function.Written.Add(variable);
                }
            }
        }
    }

    private static ISymbol? AliasedBy(IOperation operation) => operation switch
    {
        IAddressOfOperation address => VariableOf(address.Reference),
        ISimpleAssignmentOperation { IsRef: true } assignment => VariableOf(assignment.Value),
        IVariableDeclaratorOperation { Symbol.IsRef: true, Initializer: { } initializer } => VariableOf(initializer.Value),
        _ => null,
    };

    private static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private static bool IsWritten(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation or ITupleOperation } => true,
        _ => false,
    };
}
