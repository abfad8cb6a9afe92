using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.Analyzers.Contracts.Files;

/// <summary>A word of a clause, or a sign between two.</summary>
/// <param name="Span">Where it stands in the file.</param>
internal readonly record struct ClauseToken(string Text, TextSpan Span)
{
    /// <summary>Takes a piece of a line apart.</summary>
    /// <param name="offset">Where the line begins in the file.</param>
    public static List<ClauseToken> Split(string line, int start, int end, int offset)
    {
        var tokens = new List<ClauseToken>();
        int i = start;
        while (i < end)
        {
            if (char.IsWhiteSpace(line[i]))
            {
                i++;
                continue;
            }

            int from = i++;
            if (!IsSeparator(line[from]))
            {
                while (i < end && !char.IsWhiteSpace(line[i]) && !IsSeparator(line[i]))
                {
                    i++;
                }
            }

            tokens.Add(new ClauseToken(line.Substring(from, i - from), new TextSpan(offset + from, i - from)));
        }

        return tokens;
    }

    private static bool IsSeparator(char c) => c is '=' or '.' or ';';
}
