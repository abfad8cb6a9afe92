using System.Collections.Generic;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>
/// The outcomes of the calls of one operation that may go one way or the other. An operation is evaluated once for
/// each combination, so that its evaluation can be written as if there were only one path.
/// </summary>
internal sealed class Choices
{
    // So many forks make 2^8 evaluations of one operation.
    private const int MaxForks = 8;

    private readonly List<bool> _taken = new();
    private int _next;

    /// <summary>One more fork would make too many combinations.</summary>
    public bool IsFull => _next >= MaxForks;

    public void Rewind() => _next = 0;

    public void Clear()
    {
        _taken.Clear();
        _next = 0;
    }

    /// <summary>The outcome of the next fork in this evaluation; first <see langword="true"/>, then <see langword="false"/>.</summary>
    public bool Take()
    {
        if (_next == _taken.Count)
        {
            _taken.Add(true);
        }

        return _taken[_next++];
    }

    /// <summary>Moves to the next combination; <see langword="false"/> after the last.</summary>
    public bool Advance()
    {
        // Forks that this evaluation did not come to belong to an earlier, longer one.
        _taken.RemoveRange(_next, _taken.Count - _next);
        while (_taken.Count > 0 && !_taken[_taken.Count - 1])
        {
            _taken.RemoveAt(_taken.Count - 1);
        }

        if (_taken.Count == 0)
        {
            return false;
        }

        _taken[_taken.Count - 1] = false;
        return true;
    }
}
