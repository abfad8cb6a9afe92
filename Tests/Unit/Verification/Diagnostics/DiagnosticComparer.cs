using System.Linq;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Says in what a reported diagnostic differs from an expected one.</summary>
internal static class DiagnosticComparer
{
    /// <summary>The first difference in words; <see langword="null"/> if there is none.</summary>
    public static string? FindDifference(DiagnosticResult expected, Diagnostic actual)
    {
        if (expected.Id != actual.Id)
        {
            return $"expected the id {expected.Id}, found {actual.Id}";
        }

        if (FindDifferenceOfPlace(expected, actual) is { } place)
        {
            return place;
        }

        if (!expected.Options.HasFlag(DiagnosticOptions.IgnoreSeverity) && expected.Severity != actual.Severity)
        {
            return $"expected the severity {expected.Severity}, found {actual.Severity}";
        }

        if (expected.IsSuppressed is { } isSuppressed && isSuppressed != actual.IsSuppressed)
        {
            return isSuppressed ? "expected it to be suppressed" : "expected it not to be suppressed";
        }

        return FindDifferenceOfMessage(expected, actual);
    }

    private static string? FindDifferenceOfPlace(DiagnosticResult expected, Diagnostic actual)
    {
        if (!expected.HasLocation || actual.Location == Location.None)
        {
            return expected.HasLocation ? "expected a location, found none"
                : actual.Location == Location.None ? null
                : $"expected no location, found {ExpectationFormatter.Describe(actual.Location.GetLineSpan())}";
        }

        if (!IsAt(expected.Spans[0], actual.Location))
        {
            return $"found at {ExpectationFormatter.Describe(actual.Location.GetLineSpan())}";
        }

        if (expected.Options.HasFlag(DiagnosticOptions.IgnoreAdditionalLocations))
        {
            return null;
        }

        var additional = expected.Spans.RemoveAt(0);
        if (additional.Length != actual.AdditionalLocations.Count)
        {
            return $"expected {additional.Length} additional locations, found {actual.AdditionalLocations.Count} " +
                "(DiagnosticOptions.IgnoreAdditionalLocations leaves them out)";
        }

        var wrong = additional.Zip(actual.AdditionalLocations).FirstOrDefault(pair => !IsAt(pair.First, pair.Second));
        return wrong.Second is null ? null : $"found an additional location at {ExpectationFormatter.Describe(wrong.Second.GetLineSpan())}";
    }

    private static bool IsAt(DiagnosticLocation expected, Location actual)
    {
        var span = actual.GetLineSpan();
        return span.Path == expected.Span.Path
            && span.StartLinePosition == expected.Span.StartLinePosition
            && (expected.Options.HasFlag(DiagnosticLocationOptions.IgnoreLength) || span.EndLinePosition == expected.Span.EndLinePosition);
    }

    private static string? FindDifferenceOfMessage(DiagnosticResult expected, Diagnostic actual)
    {
        if (expected.Message is { } message)
        {
            return message == actual.GetMessage() ? null : $"expected the message '{message}', found '{actual.GetMessage()}'";
        }

        // Without a rule there is no format to put the arguments into: the message must at least contain them.
        var missing = (expected.MessageArguments ?? []).FirstOrDefault(argument => !actual.GetMessage().Contains(argument?.ToString() ?? string.Empty));
        return missing is null ? null : $"expected '{missing}' in the message, found '{actual.GetMessage()}'";
    }
}
