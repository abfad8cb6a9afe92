using System;
using System.Collections.Generic;

namespace Devmap.Analyzers.Flow.State;

/// <summary>
/// A small immutable map with integer keys, kept as two sorted arrays: states are compared far more often than they
/// are changed, and a state rarely knows more than a few dozen things.
/// </summary>
internal sealed class IntMap<T> : IEquatable<IntMap<T>>
    where T : class
{
    public static readonly IntMap<T> Empty = new(Array.Empty<int>(), Array.Empty<T>(), 0);

    private readonly int[] _keys;
    private readonly T[] _values;

    // The sum over all entries, whatever their order: a change of one entry needs no look at the others.
    private readonly int _hash;

    private IntMap(int[] keys, T[] values, int hash)
    {
        _keys = keys;
        _values = values;
        _hash = hash;
    }

    public int Count => _keys.Length;

    public int KeyAt(int index) => _keys[index];

    public T ValueAt(int index) => _values[index];

    public T? Find(int key)
    {
        int index = Array.BinarySearch(_keys, key);
        return index >= 0 ? _values[index] : null;
    }

    public IntMap<T> With(int key, T value)
    {
        int index = Array.BinarySearch(_keys, key);
        if (index >= 0)
        {
            if (ReferenceEquals(_values[index], value) || _values[index].Equals(value))
            {
                return this;
            }

            var values = (T[])_values.Clone();
            values[index] = value;
            return new IntMap<T>(_keys, values, unchecked(_hash - HashOf(key, _values[index]) + HashOf(key, value)));
        }

        index = ~index;
        var newKeys = new int[_keys.Length + 1];
        var newValues = new T[_keys.Length + 1];
        Array.Copy(_keys, newKeys, index);
        Array.Copy(_values, newValues, index);
        newKeys[index] = key;
        newValues[index] = value;
        Array.Copy(_keys, index, newKeys, index + 1, _keys.Length - index);
        Array.Copy(_values, index, newValues, index + 1, _keys.Length - index);
        return new IntMap<T>(newKeys, newValues, unchecked(_hash + HashOf(key, value)));
    }

    public IntMap<T> Without(int key)
    {
        int index = Array.BinarySearch(_keys, key);
        if (index < 0)
        {
            return this;
        }

        var newKeys = new int[_keys.Length - 1];
        var newValues = new T[_keys.Length - 1];
        Array.Copy(_keys, newKeys, index);
        Array.Copy(_values, newValues, index);
        Array.Copy(_keys, index + 1, newKeys, index, newKeys.Length - index);
        Array.Copy(_values, index + 1, newValues, index, newKeys.Length - index);
        return new IntMap<T>(newKeys, newValues, unchecked(_hash - HashOf(key, _values[index])));
    }

    /// <summary>The entries that <paramref name="keep"/> wants; this very map when that is all of them.</summary>
    public IntMap<T> Where(Func<int, T, bool> keep)
    {
        Builder? kept = null;
        for (int i = 0; i < _keys.Length; i++)
        {
            bool wanted = keep(_keys[i], _values[i]);
            if (kept is null && !wanted)
            {
                kept = new Builder(_keys.Length);
                for (int j = 0; j < i; j++)
                {
                    kept.Add(_keys[j], _values[j]);
                }
            }
            else if (kept is not null && wanted)
            {
                kept.Add(_keys[i], _values[i]);
            }
        }

        return kept is null ? this : kept.ToMap();
    }

    /// <summary>A map with the same keys and what <paramref name="change"/> makes of the values.</summary>
    public IntMap<T> Select(Func<T, T> change)
    {
        var result = new Builder(_keys.Length);
        for (int i = 0; i < _keys.Length; i++)
        {
            result.Add(_keys[i], change(_values[i]));
        }

        return result.ToMap();
    }

    public bool Equals(IntMap<T>? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || _keys.Length != other._keys.Length || _hash != other._hash)
        {
            return false;
        }

        for (int i = 0; i < _keys.Length; i++)
        {
            if (_keys[i] != other._keys[i] || (!ReferenceEquals(_values[i], other._values[i]) && !_values[i].Equals(other._values[i])))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as IntMap<T>);

    public override int GetHashCode() => _hash;

    private static int HashOf(int key, T value) => unchecked((key + 1) * (int)0x9E3779B1 ^ (value.GetHashCode() * 31));

    /// <summary>Collects entries in the order of their keys.</summary>
    public sealed class Builder
    {
        private readonly List<int> _keys;
        private readonly List<T> _values;
        private int _hash;

        public Builder(int capacity)
        {
            _keys = new List<int>(capacity);
            _values = new List<T>(capacity);
        }

        public void Add(int key, T value)
        {
            _keys.Add(key);
            _values.Add(value);
            _hash = unchecked(_hash + HashOf(key, value));
        }

        public IntMap<T> ToMap() => new(_keys.ToArray(), _values.ToArray(), _hash);
    }
}
