using System;
using System.Collections.Generic;
using System.Linq;
using Devmap.Analyzers;
using Microsoft.CodeAnalysis;

namespace Devmap.Tests.FieldRun.Reports;

/// <summary>The story of a report, step by step: where, and what happens there.</summary>
internal static class StoryReader
{
    public static IEnumerable<(Location Place, string Text)> Read(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(DiagnosticProperties.Story, out string? story) && story is not null
            ? diagnostic.AdditionalLocations.Zip(story.Split('\n'), static (place, line) => (place, TextOf(line)))
            : [];

    /// <summary>What stands behind the number and the line, which the place has: <c>1. line 9: …</c>.</summary>
    private static string TextOf(string line)
    {
        int colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? line.Trim() : line[(colon + 2)..].Trim();
    }
}
