using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The words for a test whose diagnostics are not the expected ones.</summary>
internal static class MismatchReport
{
    public static string Write(DiagnosticMatcher match, EvaluatedState state, ImmutableArray<Diagnostic> actual)
    {
        var report = new StringBuilder();
        var missing = match.Missing.ToImmutableArray();
        var surplus = match.Surplus.ToList();
        report.Append("The diagnostics are not the expected ones: ")
            .Append(missing.Length).Append(" missing, ").Append(surplus.Count).AppendLine(" surplus.");
        foreach (var expected in missing)
        {
            report.Append("  missing: ").AppendLine(ExpectationFormatter.Describe(expected));
            if (FindNearest(expected, surplus) is { } nearest)
            {
                report.Append("           ").AppendLine(DiagnosticComparer.FindDifference(expected, nearest));
            }
        }

        foreach (var diagnostic in surplus)
        {
            report.Append("  surplus: ").AppendLine(ExpectationFormatter.Describe(diagnostic));
        }

        foreach (var file in state.Projects.SelectMany(project => project.Sources.AddRange(project.AdditionalFiles)))
        {
            AnnotatedSource.Write(report, file.Path, file.Content, actual, missing);
        }

        return report.ToString();
    }

    /// <summary>The surplus report that was probably meant: the same id, as few lines away as possible.</summary>
    private static Diagnostic? FindNearest(DiagnosticResult expected, IEnumerable<Diagnostic> surplus) =>
        surplus.Where(actual => actual.Id == expected.Id).MinBy(actual => expected.HasLocation
            ? Math.Abs(actual.Location.GetLineSpan().StartLinePosition.Line - expected.Spans[0].Span.StartLinePosition.Line)
            : 0);
}
