using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Devmap.Analyzers.Flow.Names;

/// <summary>
/// Something that stands for a value: a local, a parameter, a flow capture, or a place in memory that is reached
/// through another value (a field, a property, what a task will yield).
/// </summary>
/// <param name="Symbol">The local, parameter, field or property; <see langword="null"/> for captures and awaited results.</param>
/// <param name="Receiver">The id of the value through which a member is reached; -1 where there is none.</param>
/// <param name="Index">The id of the value of an indexer's only argument; -1 where there is none.</param>
/// <param name="Capture">The flow capture.</param>
internal readonly record struct Name(ISymbol? Symbol, int Receiver, int Index, CaptureId Capture)
{
    public const int NoValue = -1;

    /// <summary>In the place of a receiver: the value that the body is about to return.</summary>
    public const int Returned = -2;

    /// <summary>In the place of an index: the collection that an enumerator goes over.</summary>
    public const int Enumerated = -5;

    /// <summary>In the place of a receiver: what a call hands out to a discard, until its effects are known.</summary>
    public const int Discarded = -4;

    /// <summary>In the place of a receiver: a mark on a variable that a function shares which outlives its call.</summary>
    public const int Exposed = -5;

    /// <summary>In the place of an index: what an object runs when it is disposed.</summary>
    public const int Deferred = -6;

    public static Name Of(ISymbol symbol) => new(symbol, NoValue, NoValue, default);

    public static Name Member(ISymbol member, int receiver, int index = NoValue) => new(member, receiver, index, default);

    /// <summary>What awaiting the value yields.</summary>
    public static Name Awaited(int receiver) => new(null, receiver, NoValue, default);

    /// <summary>The function that disposing the value runs.</summary>
    public static Name DeferredBy(int guard) => new(null, guard, Deferred, default);

    public bool IsVariable => Receiver == NoValue && Symbol is (ILocalSymbol or IParameterSymbol);
}

/// <summary>Numbers the names of one body.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<Name, int> _ids = new();
    private readonly List<Name> _all = new();

    public Name this[int id] => _all[id];

    /// <summary>Whether any of the names is reached through a value: without one, what happens to an object changes no name.</summary>
    public bool HasMembers { get; private set; }

    /// <summary>The number of a name; <see cref="Name.NoValue"/> where it has none yet, so that no state knows it.</summary>
    public int Find(Name name) => _ids.TryGetValue(name, out int id) ? id : Name.NoValue;

    public int IdOf(Name name)
    {
        if (!_ids.TryGetValue(name, out int id))
        {
            id = _all.Count;
            _all.Add(name);
            _ids.Add(name, id);
            HasMembers |= name.Receiver >= 0;
        }

        return id;
    }
}
