using System.Linq;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Writes expected and reported diagnostics as one line each.</summary>
internal static class ExpectationFormatter
{
    public static string Describe(DiagnosticResult expected)
    {
        var places = expected.HasLocation
            ? string.Join(", ", expected.Spans.Select(Describe))
            : "no location";
        var severity = expected.Options.HasFlag(DiagnosticOptions.IgnoreSeverity) ? "any severity" : expected.Severity.ToString();
        var message = expected.HasCompleteMessage ? expected.Message : "(arguments missing) " + expected.MessageFormat;
        return $"{expected.Id} ({severity}) at {places}" + (message is null ? string.Empty : ": " + message);
    }

    public static string Describe(Diagnostic actual)
    {
        var places = actual.Location == Location.None
            ? "no location"
            : string.Join(", ", actual.AdditionalLocations.Prepend(actual.Location).Select(location => Describe(location.GetLineSpan())));
        return $"{actual.Id} ({actual.Severity}) at {places}: {actual.GetMessage()}";
    }

    public static string Describe(FileLinePositionSpan span) =>
        $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})-({span.EndLinePosition.Line + 1},{span.EndLinePosition.Character + 1})";

    private static string Describe(DiagnosticLocation location) =>
        location.Options.HasFlag(DiagnosticLocationOptions.IgnoreLength)
            ? $"{location.Span.Path}({location.Span.StartLinePosition.Line + 1},{location.Span.StartLinePosition.Character + 1})"
            : Describe(location.Span);
}
