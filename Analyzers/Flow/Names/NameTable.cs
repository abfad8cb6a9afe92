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

    /// <summary>In the place of a receiver: an element of a tuple that is being taken apart.</summary>
    public const int Pending = -3;

    /// <summary>In the place of a receiver: what a call hands out to a discard, until its effects are known.</summary>
    public const int Discarded = -4;

    public static Name Of(ISymbol symbol) => new(symbol, NoValue, NoValue, default);

    public static Name Of(CaptureId capture) => new(null, NoValue, NoValue, capture);

    public static Name Member(ISymbol member, int receiver, int index = NoValue) => new(member, receiver, index, default);

    /// <summary>What awaiting the value yields.</summary>
    public static Name Awaited(int receiver) => new(null, receiver, NoValue, default);

    public bool IsVariable => Receiver == NoValue && Symbol is (ILocalSymbol or IParameterSymbol);
}

/// <summary>Numbers the names of one body.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<Name, int> _ids = new();
    private readonly List<Name> _all = new();

    public Name this[int id] => _all[id];

    public int IdOf(Name name)
    {
        if (!_ids.TryGetValue(name, out int id))
        {
            id = _all.Count;
            _all.Add(name);
            _ids.Add(name, id);
        }

        return id;
    }
}
