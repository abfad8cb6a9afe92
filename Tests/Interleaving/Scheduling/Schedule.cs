using System.Collections.Generic;
using System.Linq;

namespace Devmap.Tests.Interleaving.Scheduling;

/// <summary>The decisions of one execution, and which comes next: depth first, each execution from the beginning.</summary>
internal sealed class Schedule
{
    private readonly List<Decision> _decisions = new();
    private readonly int _bound;
    private int _next;
    private int _preemptions;

    public Schedule(int bound) => _bound = bound;

    /// <summary>Decisions that were taken for the first time.</summary>
    public long States { get; private set; }

    public int Length => _next;

    public void Restart()
    {
        _next = 0;
        _preemptions = 0;
    }

    /// <summary>Chooses among threads of which none was running.</summary>
    public int Choose(IReadOnlyList<int> enabled) => Next(enabled, enabled.Count);

    /// <summary>Chooses whether the running thread, the first of <paramref name="enabled"/>, goes on or another one does.</summary>
    /// <param name="enabled">The threads that can run.</param>
    /// <param name="matters">Whether it makes a difference who goes first.</param>
    public int ChooseOrGoOn(IReadOnlyList<int> enabled, bool matters)
    {
        int chosen = Next(enabled, matters && _preemptions < _bound ? enabled.Count : 1);
        if (chosen != enabled[0])
        {
            _preemptions++;
        }

        return chosen;
    }

    /// <summary>Turns to the next schedule; <see langword="false"/>: that was the last.</summary>
    public bool Advance()
    {
        while (_decisions.Count > 0 && !_decisions[^1].TryAdvance())
        {
            _decisions.RemoveAt(_decisions.Count - 1);
        }

        return _decisions.Count > 0;
    }

    /// <summary>Which thread ran, step by step, in runs: <c>0×12 1×3 0×4</c>.</summary>
    public override string ToString()
    {
        var runs = new List<(int Thread, int Steps)>();
        foreach (Decision decision in _decisions.Take(_next))
        {
            if (runs.Count > 0 && runs[^1].Thread == decision.Chosen)
            {
                runs[^1] = (decision.Chosen, runs[^1].Steps + 1);
            }
            else
            {
                runs.Add((decision.Chosen, 1));
            }
        }

        return string.Join(' ', runs.Select(run => $"{run.Thread}×{run.Steps}"));
    }

    private int Next(IReadOnlyList<int> enabled, int choices)
    {
        if (_next == _decisions.Count)
        {
            _decisions.Add(new Decision(enabled.Take(choices).ToArray()));
            States++;
        }

        return _decisions[_next++].Chosen;
    }

    private sealed class Decision(int[] choices)
    {
        private int _index;

        public int Chosen => choices[_index];

        public bool TryAdvance() => ++_index < choices.Length;
    }
}
