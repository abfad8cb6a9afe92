using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers;

/// <summary>What was found in one member, each thing once.</summary>
internal sealed class BodyReports
{
    // What goes wrong in a nested function may have come up where it was followed already.
    private readonly HashSet<(string Id, Location Place)> _known = new();

    public List<Diagnostic> All { get; } = new();

    public void Add(Diagnostic diagnostic)
    {
        if (_known.Add((diagnostic.Id, diagnostic.Location)))
        {
            All.Add(diagnostic);
        }
    }
}
