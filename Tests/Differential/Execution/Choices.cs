using System.Collections.Generic;

namespace Devmap.Tests.Differential.Execution;

/// <summary>
/// What an execution could have met otherwise: inputs, answers of calls, exceptions. Each is decided when it is first
/// asked for; replaying with the last decision advanced goes through all executions, each once.
/// </summary>
internal sealed class Choices
{
    private readonly List<(int Taken, int Count)> _taken = [];
    private int _next;

    /// <summary>One of the numbers below <paramref name="count"/>.</summary>
    public int Take(int count)
    {
        if (_next == _taken.Count)
        {
            _taken.Add((0, count));
        }

        return _taken[_next++].Taken;
    }

    /// <summary>Prepares the next execution; <see langword="false"/> when there is none.</summary>
    public bool Advance()
    {
        while (_taken.Count > 0)
        {
            (int taken, int count) = _taken[^1];
            if (taken + 1 < count)
            {
                _taken[^1] = (taken + 1, count);
                _next = 0;
                return true;
            }

            _taken.RemoveAt(_taken.Count - 1);
        }

        return false;
    }
}
