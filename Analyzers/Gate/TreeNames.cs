using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Gate;

/// <summary>The names in a file. A file that was not edited is the same in the next compilation, and is read once only.</summary>
internal static class TreeNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, string[]> s_known = new();

    /// <summary>Whether the file mentions one of the names.</summary>
    public static bool Any(SyntaxTree tree, HashSet<string> names, CancellationToken cancellation)
    {
        foreach (string name in Of(tree, cancellation))
        {
            if (names.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    private static string[] Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (s_known.TryGetValue(tree, out string[]? names))
        {
            return names;
        }

        names = MentionedNames.In(tree.GetRoot(cancellation));
        return s_known.GetValue(tree, _ => names);
    }
}
