using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Teardown;

/// <summary>
/// Which objects belong to one device range, told from how locals come into being: <c>device = new DaxDevice(pgmap)</c>,
/// <c>file = device.CreateFile(…)</c>, <c>vma = file.Map(…)</c>. Address spaces and the memory itself belong to no range.
/// </summary>
internal sealed class RangeLinks
{
    private readonly TeardownMembers _members;
    private readonly Dictionary<ISymbol, HashSet<ISymbol>> _origins = new(SymbolEqualityComparer.Default);

    public RangeLinks(TeardownMembers members, IOperation body)
    {
        _members = members;
        foreach (IOperation operation in body.Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation { Initializer.Value: { } value } declarator:
                    Derive(declarator.Symbol, value);
                    break;
                case ISimpleAssignmentOperation { Target: var target, Value: var value } when SymbolOf(target) is { } assigned:
                    Derive(assigned, value);
                    break;
                case IIsPatternOperation { Value: var value, Pattern: var pattern }:
                    foreach (IOperation part in pattern.DescendantsAndSelf())
                    {
                        if ((part as IDeclarationPatternOperation)?.DeclaredSymbol is { } declared)
                        {
                            Derive(declared, value);
                        }
                        else if ((part as IRecursivePatternOperation)?.DeclaredSymbol is { } named)
                        {
                            Derive(named, value);
                        }
                    }

                    break;
            }
        }
    }

    /// <summary>The locals, parameters and members that an expression mentions or comes from, as far as they belong to a range.</summary>
    public HashSet<ISymbol> RootsOf(params IOperation?[] expressions)
    {
        var roots = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var waiting = new Queue<ISymbol>();
        foreach (IOperation? expression in expressions)
        {
            if (expression is not null)
            {
                Mentioned(expression, waiting);
            }
        }

        while (waiting.Count > 0)
        {
            ISymbol symbol = waiting.Dequeue();
            if (roots.Add(symbol) && _origins.TryGetValue(symbol, out HashSet<ISymbol>? origins))
            {
                foreach (ISymbol origin in origins)
                {
                    waiting.Enqueue(origin);
                }
            }
        }

        return roots;
    }

    /// <summary>The variable or member of this object that an expression names; <see langword="null"/>: it is another one.</summary>
    public static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        IConversionOperation conversion => SymbolOf(conversion.Operand),
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation, Member: IFieldSymbol or IPropertySymbol } member => member.Member,
        _ => null,
    };

    private void Derive(ISymbol symbol, IOperation value)
    {
        if (!_origins.TryGetValue(symbol, out HashSet<ISymbol>? origins))
        {
            _origins.Add(symbol, origins = new HashSet<ISymbol>(SymbolEqualityComparer.Default));
        }

        var mentioned = new Queue<ISymbol>();
        Mentioned(value, mentioned);
        origins.UnionWith(mentioned);
    }

    private void Mentioned(IOperation expression, Queue<ISymbol> found)
    {
        foreach (IOperation part in expression.DescendantsAndSelf())
        {
            if (SymbolOf(part) is { } symbol && _members.IsOfRange(part.Type))
            {
                found.Enqueue(symbol);
            }
        }
    }
}
