using System;
using System.Collections.Generic;
using System.Linq;
using System.Security;
using System.Text;

namespace Scenarios.Drawing;

/// <summary>A timeline as SVG, for a browser: time goes down, each count is a line, each step a row of text.</summary>
public static class Svg
{
    private const int RowHeight = 34;
    private const int Top = 46;
    private const int ChartLeft = 20;
    private const int LaneWidth = 90;
    private const int TextLeft = ChartLeft + (4 * LaneWidth) + 20;
    private const int Width = TextLeft + 520;

    private static readonly (string Name, string Colour, Func<Counts, long> Value)[] s_lanes =
    {
        ("references", "#1f77b4", counts => counts.References),
        ("mappings", "#2ca02c", counts => counts.Mappings),
        ("pins", "#d62728", counts => counts.Pins),
        ("pgmap", "#7f7f7f", counts => counts.PgMapReferences),
    };

    public static string Draw(string title, Timeline timeline)
    {
        int height = Top + (RowHeight * (timeline.Steps.Count + 1));
        var text = new StringBuilder();
        text.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{height}\" viewBox=\"0 0 {Width} {height}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        text.Append("  <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        text.Append($"  <text x=\"{ChartLeft}\" y=\"16\" font-weight=\"bold\">{SecurityElement.Escape(title)}</text>\n");
        for (int lane = 0; lane < s_lanes.Length; lane++)
        {
            DrawLane(text, lane, timeline.Steps);
        }

        for (int row = 0; row < timeline.Steps.Count; row++)
        {
            TimelineStep step = timeline.Steps[row];
            int y = Top + (RowHeight * (row + 1));
            text.Append($"  <line x1=\"{ChartLeft}\" y1=\"{y}\" x2=\"{Width - 10}\" y2=\"{y}\" stroke=\"#eeeeee\"/>\n");
            text.Append($"  <text x=\"{TextLeft}\" y=\"{y - 2}\"><tspan font-weight=\"bold\">{SecurityElement.Escape(step.Actor)}</tspan> {SecurityElement.Escape(step.What)}</text>\n");
            text.Append($"  <text x=\"{TextLeft}\" y=\"{y + 12}\" fill=\"#555555\">{SecurityElement.Escape(FirstLine(step.Result))}</text>\n");
        }

        return text.Append("</svg>\n").ToString();
    }

    private static void DrawLane(StringBuilder text, int lane, IReadOnlyList<TimelineStep> steps)
    {
        (string name, string colour, Func<Counts, long> value) = s_lanes[lane];
        int left = ChartLeft + (lane * LaneWidth);
        text.Append($"  <text x=\"{left}\" y=\"36\" fill=\"{colour}\">{name}</text>\n");
        if (steps.Count == 0)
        {
            return;
        }

        var values = new List<long> { value(steps[0].Before) };
        values.AddRange(steps.Select(step => value(step.After)));
        long most = Math.Max(1, values.Max());
        var points = new List<string>();
        for (int row = 0; row < values.Count; row++)
        {
            long x = left + (values[row] * (LaneWidth - 40) / most);
            int y = Top + (RowHeight * row);
            points.Add($"{x},{y}");
            points.Add($"{x},{y + RowHeight}");
            text.Append($"  <text x=\"{x + 4}\" y=\"{y + 14}\" fill=\"{colour}\">{values[row]}</text>\n");
        }

        text.Append($"  <polyline points=\"{string.Join(" ", points)}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>\n");
    }

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd('\r');
}
