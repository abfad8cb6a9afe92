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
    public static readonly IntMap<T> Empty = new(Array.Empty<int>(), Array.Empty<T>());

    private readonly int[] _keys;
    private readonly T[] _values;
    private int _hash;

    private IntMap(int[] keys, T[] values)
    {
        _keys = keys;
        _values = values;
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
            return new IntMap<T>(_keys, values);
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
        return new IntMap<T>(newKeys, newValues);
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
        return new IntMap<T>(newKeys, newValues);
    }

    /// <summary>The entries that <paramref name="keep"/> wants; this very map when that is all of them.</summary>
    public IntMap<T> Where(Func<int, T, bool> keep)
    {
        List<int>? keys = null;
        List<T>? values = null;
        for (int i = 0; i < _keys.Length; i++)
        {
            bool wanted = keep(_keys[i], _values[i]);
            if (keys is null && !wanted)
            {
                keys = new List<int>(_keys.Length);
                values = new List<T>(_keys.Length);
                for (int j = 0; j < i; j++)
                {
                    keys.Add(_keys[j]);
                    values.Add(_values[j]);
                }
            }
            else if (keys is not null && wanted)
            {
                keys.Add(_keys[i]);
                values!.Add(_values[i]);
            }
        }

        return keys is null ? this : new IntMap<T>(keys.ToArray(), values!.ToArray());
    }

    public bool Equals(IntMap<T>? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || _keys.Length != other._keys.Length || GetHashCode() != other.GetHashCode())
        {
            return false;
        }

        for (int i = 0; i < _keys.Length; i++)
        {
            if (_keys[i] != other._keys[i] || !_values[i].Equals(other._values[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as IntMap<T>);

    public override int GetHashCode()
    {
        if (_hash == 0)
        {
            int hash = _keys.Length;
            for (int i = 0; i < _keys.Length; i++)
            {
                hash = unchecked((((hash * 31) + _keys[i]) * 31) + _values[i].GetHashCode());
            }

            _hash = hash == 0 ? 1 : hash;
        }

        return _hash;
    }
}
