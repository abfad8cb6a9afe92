using System.Linq;
using System.Text;

namespace Scenarios.Drawing;

/// <summary>A timeline as a Mermaid sequence diagram, for a README.</summary>
public static class Mermaid
{
    public static string Draw(Timeline timeline)
    {
        var text = new StringBuilder("sequenceDiagram\n");
        foreach (string actor in timeline.Steps.Select(step => step.Actor).Distinct())
        {
            text.Append($"    participant {actor}\n");
        }

        text.Append("    participant page\n");
        foreach (TimelineStep step in timeline.Steps)
        {
            text.Append($"    {step.Actor}->>page: {Clean(step.What)}\n");
            text.Append($"    page-->>{step.Actor}: {Clean(step.Result)}\n");
            text.Append($"    Note right of page: ref {step.After.References}, map {step.After.Mappings}, pin {step.After.Pins}, pgmap {step.After.PgMapReferences}\n");
        }

        return text.ToString();
    }

    // A semicolon ends a statement of Mermaid, a hash begins an entity.
    private static string Clean(string text) => text.Split('\n')[0].Replace(';', ',').Replace('#', ' ').TrimEnd('\r');
}
