using System;
using System.Linq;
using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Shows where two texts differ, line by line.</summary>
internal static class TextDifference
{
    /// <summary><see langword="null"/> if the texts are equal.</summary>
    public static string? Find(string expected, string actual)
    {
        if (expected == actual)
        {
            return null;
        }

        var left = expected.Split('\n');
        var right = actual.Split('\n');
        var lengths = CommonLengths(left, right);
        var output = new StringBuilder().AppendLine();
        var (i, j) = (0, 0);
        while (i < left.Length || j < right.Length)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                output.Append("    ").AppendLine(Show(left[i]));
                (i, j) = (i + 1, j + 1);
            }
            else if (j == right.Length || (i < left.Length && lengths[i + 1, j] >= lengths[i, j + 1]))
            {
                output.Append("  - ").AppendLine(Show(left[i++]));
            }
            else
            {
                output.Append("  + ").AppendLine(Show(right[j++]));
            }
        }

        return output.ToString();
    }

    /// <summary>The length of the longest common subsequence of the lines from each pair of lines on.</summary>
    private static int[,] CommonLengths(string[] left, string[] right)
    {
        var lengths = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    /// <summary>Makes visible what a reader of the difference would not see: carriage returns, tabs, blanks at the end.</summary>
    private static string Show(string line)
    {
        var visible = line.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
        return visible.EndsWith(' ') ? visible.TrimEnd(' ') + string.Concat(Enumerable.Repeat("·", visible.Length - visible.TrimEnd(' ').Length)) : visible;
    }
}
