using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// Pairs expected with reported diagnostics. An expectation may fit several reports (it may leave the length open),
/// so the pairing is the largest one there is, not the first that comes to hand.
/// </summary>
internal sealed class DiagnosticMatcher
{
    private readonly ImmutableArray<DiagnosticResult> _expected;
    private readonly ImmutableArray<Diagnostic> _actual;
    private readonly int[] _expectedOfActual;

    public DiagnosticMatcher(ImmutableArray<DiagnosticResult> expected, ImmutableArray<Diagnostic> actual)
    {
        _expected = expected;
        _actual = actual;
        _expectedOfActual = new int[actual.Length];
        Array.Fill(_expectedOfActual, -1);
        for (var index = 0; index < expected.Length; index++)
        {
            TryPair(index, []);
        }
    }

    /// <summary>Expected, but nothing like it was reported.</summary>
    public IEnumerable<DiagnosticResult> Missing => _expected.Where((_, index) => !_expectedOfActual.Contains(index));

    /// <summary>Reported, but nothing like it was expected.</summary>
    public IEnumerable<Diagnostic> Surplus => _actual.Where((_, index) => _expectedOfActual[index] < 0);

    /// <summary>What was expected, with the report that it was matched with.</summary>
    public IEnumerable<(DiagnosticResult Expected, Diagnostic Actual)> Pairs =>
        _actual.Select((actual, index) => (Index: _expectedOfActual[index], actual))
            .Where(pair => pair.Index >= 0)
            .Select(pair => (_expected[pair.Index], pair.actual));

    /// <summary>Finds a partner, letting earlier expectations move to another partner of theirs (Kuhn's augmenting path).</summary>
    private bool TryPair(int expected, HashSet<int> tried)
    {
        for (var actual = 0; actual < _actual.Length; actual++)
        {
            if (DiagnosticComparer.FindDifference(_expected[expected], _actual[actual]) is null
                && tried.Add(actual)
                && (_expectedOfActual[actual] < 0 || TryPair(_expectedOfActual[actual], tried)))
            {
                _expectedOfActual[actual] = expected;
                return true;
            }
        }

        return false;
    }
}
