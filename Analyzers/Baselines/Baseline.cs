using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.Analyzers.Baselines;

/// <summary>
/// What was reported when a code base began with these rules, and is hidden since: additional files that are called
/// <c>RefBaseline.txt</c> or <c>*.RefBaseline.txt</c>, with one <see cref="Fingerprint"/> a line.
/// </summary>
internal sealed class Baseline
{
    private const string Name = "RefBaseline.txt";

    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    private Baseline()
    {
    }

    public static Baseline Load(AnalyzerOptions options, CancellationToken cancellation)
    {
        var baseline = new Baseline();
        foreach (AdditionalText file in options.AdditionalFiles)
        {
            if (Is(file.Path) && file.GetText(cancellation) is { } text)
            {
                baseline.Add(text);
            }
        }

        return baseline;
    }

    /// <summary>
    /// What is new among the reports of one body or type. A line hides one report: of three where two were known, the last
    /// one in the source is new.
    /// </summary>
    public IEnumerable<Diagnostic> New(List<Diagnostic> reports)
    {
        if (_known.Count == 0)
        {
            return reports;
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        reports.Sort(static (left, right) => left.Location.SourceSpan.Start.CompareTo(right.Location.SourceSpan.Start));
        return reports.FindAll(report =>
        {
            if (!report.Properties.TryGetValue(DiagnosticProperties.Fingerprint, out string? fingerprint) || fingerprint is null)
            {
                return true;
            }

            seen.TryGetValue(fingerprint, out int before);
            seen[fingerprint] = before + 1;
            return !_known.TryGetValue(fingerprint, out int known) || before >= known;
        });
    }

    private static bool Is(string? path)
    {
        if (path is null || !path.EndsWith(Name, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        int before = path.Length - Name.Length - 1;
        return before < 0 || path[before] is '.' or '/' or '\\';
    }

    private void Add(SourceText text)
    {
        foreach (TextLine line in text.Lines)
        {
            string entry = text.ToString(line.Span).Trim();
            if (entry.Length > 0 && entry[0] != '#')
            {
                _known.TryGetValue(entry, out int times);
                _known[entry] = times + 1;
            }
        }
    }
}
