using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Teardown;

/// <summary>What all bodies of a type do to the mappings of the one device range that the type has.</summary>
internal sealed class TypeTeardown
{
    private readonly TeardownMembers _members;
    private readonly List<IOperation> _bodies = new();
    private readonly EventCollector _collector;

    public TypeTeardown(TeardownMembers members, EventCollector collector)
    {
        _members = members;
        _collector = collector;
    }

    public void Add(IOperation body) => _bodies.Add(body);

    /// <summary>The call by which the type maps the range, if nothing in the type takes a mapping away again; <see langword="null"/>: none.</summary>
    /// <param name="type">The type.</param>
    /// <param name="range">What the removed range is called.</param>
    /// <param name="cancellation">Ends the look through the type.</param>
    public IOperation? MappingThatStays(INamedTypeSymbol type, HashSet<ISymbol> range, CancellationToken cancellation)
    {
        if (OnlyRangeOf(type) is not { } only || !range.Contains(only))
        {
            return null;
        }

        IOperation? mapping = null;
        foreach (IOperation body in _bodies)
        {
            foreach ((TeardownStep step, IOperation operation) in _collector.Anywhere(body, cancellation))
            {
                if (step is TeardownStep.ShootDown or TeardownStep.Unknown)
                {
                    return null;
                }

                if (step == TeardownStep.Map && mapping is null && MentionsOwnMember(operation))
                {
                    mapping = operation;
                }
            }
        }

        return mapping;
    }

    /// <summary>The one member that is a device range; of two it is not known which one a file of the type lies on.</summary>
    public ISymbol? OnlyRangeOf(INamedTypeSymbol type)
    {
        List<ISymbol> ranges = type.GetMembers().Where(IsRange).ToList();
        return ranges.Count == 1 ? ranges[0] : null;
    }

    private bool IsRange(ISymbol member) => member switch
    {
        IFieldSymbol field => !field.IsImplicitlyDeclared && SymbolEqualityComparer.Default.Equals(field.Type, _members.PgMap),
        IPropertySymbol property => SymbolEqualityComparer.Default.Equals(property.Type, _members.PgMap),
        _ => false,
    };

    // What is mapped comes from a file, a device or a range that this object has.
    private bool MentionsOwnMember(IOperation mapping)
    {
        IOperation body = mapping;
        while (body.Parent is { } parent)
        {
            body = parent;
        }

        IOperation?[] operands = mapping is IInvocationOperation invocation
            ? invocation.Arguments.Select(argument => argument.Value).Append(invocation.Instance!).ToArray()
            : System.Array.Empty<IOperation?>();
        return new RangeLinks(_members, body).RootsOf(operands).Any(root => root is (IFieldSymbol or IPropertySymbol) and { IsStatic: false });
    }
}
