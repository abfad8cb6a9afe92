using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Values;

/// <summary>Interns the values of one body: two values are equal exactly when they are the same object.</summary>
internal sealed class ValueTable
{
    private readonly Dictionary<object, ConstantValue> _constants = new();
    private readonly Dictionary<(int Site, int Version), OpaqueValue> _opaques = new();
    private readonly Dictionary<(ValueOperator Operator, int Left, int Right, object? Detail), Value> _compounds = new();
    private readonly List<Value> _all = new();

    /// <summary>Values of more parts are not looked through.</summary>
    public const int MaxSize = 64;

    public ValueTable()
    {
        Null = Add(new ConstantValue(0, null));
        True = Constant(true);
        False = Constant(false);
    }

    public ConstantValue Null { get; }

    public ConstantValue True { get; }

    public ConstantValue False { get; }

    public Value this[int id] => _all[id];

    public ConstantValue Bool(bool value) => value ? True : False;

    public ConstantValue Constant(object? constant)
    {
        if (constant is null)
        {
            return Null;
        }

        object normal = Normalize(constant);
        if (!_constants.TryGetValue(normal, out ConstantValue? value))
        {
            value = Add(new ConstantValue(_all.Count, normal));
            _constants.Add(normal, value);
        }

        return value;
    }

    public OpaqueValue Opaque(int site, int version, ITypeSymbol? type)
    {
        if (!_opaques.TryGetValue((site, version), out OpaqueValue? value))
        {
            value = Add(new OpaqueValue(_all.Count, site, version, type));
            _opaques.Add((site, version), value);
        }

        return value;
    }

    /// <summary>Whether a value from the site has been made before.</summary>
    public bool HasOpaque(int site) => _opaques.ContainsKey((site, 0));

    /// <summary>The operation on the values; a <see cref="BlurredValue"/> where they are too large together.</summary>
    public Value Compound(ValueOperator @operator, Value left, Value? right, object? detail = null)
    {
        var key = (@operator, left.Id, right?.Id ?? -1, detail);
        if (!_compounds.TryGetValue(key, out Value? value))
        {
            // Shared parts count as often as they occur: what walks through a value walks through each of them.
            value = left.Size + (right?.Size ?? 0) < MaxSize
                ? Add(new CompoundValue(_all.Count, @operator, left, right, detail))
                : Add(new BlurredValue(_all.Count));
            _compounds.Add(key, value);
        }

        return value;
    }

    /// <summary>Integers of every width compare by value; an ulong beyond long.MaxValue stays as it is and compares only with itself.</summary>
    public static object Normalize(object constant) => constant switch
    {
        sbyte v => (long)v,
        byte v => (long)v,
        short v => (long)v,
        ushort v => (long)v,
        int v => (long)v,
        uint v => (long)v,
        ulong v when v <= long.MaxValue => (long)v,
        char v => (long)v,
        _ => constant,
    };

    private T Add<T>(T value)
        where T : Value
    {
        _all.Add(value);
        return value;
    }
}
