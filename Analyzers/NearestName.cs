using System;
using System.Collections.Generic;

namespace Devmap.Analyzers;

/// <summary>Finds the name that was meant by one that does not exist.</summary>
internal static class NearestName
{
    // Names of this length are not typed by hand, and comparing them costs the square of it.
    private const int LongestName = 100;

    /// <summary>The candidate that takes the fewest changes of a letter, if they are fewer than half of the letters.</summary>
    /// <param name="name">The name that does not exist.</param>
    /// <param name="candidates">Those that do.</param>
    /// <param name="common">So many letters at the beginning are the same in all of them, and say nothing.</param>
    public static string? Of(string name, IEnumerable<string> candidates, int common = 0) =>
        Find(name, candidates, candidate => (Math.Max(name.Length, candidate.Length) - common - 1) / 2);

    /// <summary>The candidate that the name differs from by a slip of the finger only.</summary>
    public static string? OfSlip(string name, IEnumerable<string> candidates) =>
        Find(name, candidates, _ => name.Length > 7 ? 3 : name.Length > 4 ? 2 : 1);

    private static string? Find(string name, IEnumerable<string> candidates, Func<string, int> limit)
    {
        string? nearest = null;
        int least = int.MaxValue;
        foreach (string candidate in candidates)
        {
            int most = Math.Min(limit(candidate), least - 1);
            if (name.Length <= LongestName && Distance(name, candidate, most) is var distance && distance <= most)
            {
                (nearest, least) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>
    /// How many letters have to be inserted, deleted or replaced, whatever their case, or swapped with the next; more than the
    /// limit where the lengths alone say so.
    /// </summary>
    private static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return limit + 1;
        }

        // A row needs the two before it.
        int[] beforePrevious = new int[right.Length + 1];
        int[] previous = new int[right.Length + 1];
        int[] current = new int[right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                current[j] = i == 0 ? j : j == 0 ? i : Math.Min(
                    Math.Min(previous[j], current[j - 1]) + 1,
                    previous[j - 1] + (Same(left[i - 1], right[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
