using System;
using System.Collections.Generic;

namespace Devmap.Analyzers.Contracts.Files;

/// <summary>Finds the word that was meant.</summary>
internal static class Spelling
{
    // Words of this length are not typed by hand, and comparing them costs the square of it.
    private const int LongestWord = 80;

    /// <summary>The candidate that is written most alike; <see langword="null"/> where none is near enough to be what was meant.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        string? nearest = null;
        int limit = Limit(word);
        foreach (string candidate in candidates)
        {
            int distance = Distance(word, candidate, limit);
            if (distance <= limit)
            {
                (nearest, limit) = (candidate, distance - 1);
            }
        }

        return nearest;
    }

    private static int Limit(string word) => word.Length switch
    {
        > LongestWord => -1,
        > 7 => 3,
        > 4 => 2,
        _ => 1,
    };

    /// <summary>
    /// How many letters have to be added, left out, changed or exchanged with their neighbour, letters of another casing
    /// counting as the same; more than the limit as soon as it is more.
    /// </summary>
    private static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return limit + 1;
        }

        // The last three rows of the table of Damerau and Levenshtein.
        int[] before = new int[right.Length + 1];
        int[] previous = new int[right.Length + 1];
        int[] current = new int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int changed = previous[j - 1] + (AreSame(left[i - 1], right[j - 1]) ? 0 : 1);
                current[j] = Math.Min(changed, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && AreSame(left[i - 1], right[j - 2]) && AreSame(left[i - 2], right[j - 1]))
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[right.Length];
    }

    private static bool AreSame(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
