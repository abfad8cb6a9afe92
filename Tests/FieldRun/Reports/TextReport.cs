using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Devmap.Tests.FieldRun.Reports;

/// <summary>A report for people: each diagnostic with its story, then what was looked at.</summary>
public static class TextReport
{
    public static void Write(FieldReport report, TextWriter writer)
    {
        foreach (Diagnostic diagnostic in report.Diagnostics)
        {
            string severity = diagnostic.Severity.ToString().ToLowerInvariant();
            writer.WriteLine(Invariant($"{ReportPath.Of(diagnostic.Location, report.Root)}: {severity} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"));
            int step = 0;
            foreach ((Location place, string text) in StoryReader.Read(diagnostic))
            {
                writer.WriteLine(Invariant($"    {++step}. {ReportPath.Of(place, report.Root)}: {text}"));
            }
        }

        WriteTotals(report, writer);
    }

    private static void WriteTotals(FieldReport report, TextWriter writer)
    {
        SourceSize size = report.Size;
        writer.WriteLine(Invariant($"{size.Files} files, {size.Lines} lines, {size.Methods} methods, {size.Unbound} of them with errors"));
        writer.WriteLine(Invariant($"{report.Time.TotalSeconds:0.0} s of analyzers, {report.Elapsed.TotalSeconds:0.0} s in all"));
        writer.WriteLine(Invariant($"{report.Reports.Count()} reports, {report.Crashes.Count()} crashes"));
        foreach (IGrouping<string, Diagnostic> rule in report.Diagnostics.GroupBy(static diagnostic => diagnostic.Id).OrderBy(static rule => rule.Key, StringComparer.Ordinal))
        {
            writer.WriteLine(Invariant($"{rule.Key} {rule.Count()}"));
        }
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
