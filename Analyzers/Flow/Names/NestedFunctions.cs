using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Names;

/// <summary>Which variables of a body its lambdas and local functions share with it.</summary>
internal sealed class NestedFunctions
{
    public static readonly NestedFunctions None = new();

    private readonly Dictionary<IMethodSymbol, HashSet<ISymbol>> _captures = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _users = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _written = new(SymbolEqualityComparer.Default);

    /// <summary>The variables that <paramref name="function"/> reads or writes and does not declare, those of the functions in it included.</summary>
    public IEnumerable<ISymbol> CapturedBy(IMethodSymbol function) =>
        _captures.TryGetValue(function, out HashSet<ISymbol>? captures) ? captures : ImmutableHashSet<ISymbol>.Empty;

    /// <summary>Whether <paramref name="function"/> can reach the members of the object that its body belongs to.</summary>
    public bool UsesSelf(IMethodSymbol function) => _users.Contains(function);

    /// <summary>Whether a nested function assigns to the variable, so that its value cannot be told from the body alone.</summary>
    public bool Write(ISymbol variable) => _written.Contains(variable);

    public static NestedFunctions Find(IOperation root)
    {
        NestedFunctions? result = null;
        foreach (IOperation operation in root.Descendants())
        {
            IMethodSymbol? function = operation switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (function is not null)
            {
                (result ??= new NestedFunctions()).Add(function, operation);
            }
        }

        return result ?? None;
    }

    private void Add(IMethodSymbol function, IOperation body)
    {
        var captures = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation operation in body.Descendants())
        {
            if (operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance })
            {
                _users.Add(function);
            }

            ISymbol? variable = operation switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => null,
            };
            if (variable is null || IsDeclaredIn(variable, function))
            {
                continue;
            }

            captures.Add(variable);
            if (IsWritten(operation))
            {
                _written.Add(variable);
            }
        }

        _captures[function] = captures;
    }

    private static bool IsDeclaredIn(ISymbol variable, IMethodSymbol function)
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

    private static bool IsWritten(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation } => true,
        _ => false,
    };
}
