using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.CodeAnalysis;

namespace Devmap.Tests.FieldRun.Reports;

/// <summary>
/// A report as SARIF 2.1.0, with the story as a code flow: a viewer walks along it. (The log that the compiler writes has
/// the places of a story, and no words for them.)
/// </summary>
public static class SarifReport
{
    private const string RootId = "SRCROOT";

    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(FieldReport report, Stream stream)
    {
        DiagnosticDescriptor[] rules = [.. report.Diagnostics.Select(static diagnostic => diagnostic.Descriptor).DistinctBy(static rule => rule.Id).OrderBy(static rule => rule.Id, StringComparer.Ordinal)];
        var driver = new SarifDriver("DevmapAnalyzers", [.. rules.Select(static rule => new SarifRule(
            rule.Id,
            new SarifText(rule.Title.ToString(CultureInfo.InvariantCulture)),
            rule.HelpLinkUri.Length == 0 ? null : rule.HelpLinkUri,
            new SarifConfiguration(LevelOf(rule.DefaultSeverity))))]);
        var results = report.Diagnostics.Select(diagnostic => ResultOf(diagnostic, Array.FindIndex(rules, rule => rule.Id == diagnostic.Id), report.Root));
        JsonSerializer.Serialize(stream, new SarifLog([new SarifRun(new SarifTool(driver), [.. results])]), Format);
    }

    private static SarifResult ResultOf(Diagnostic diagnostic, int rule, string root)
    {
        (Location Place, string Text)[] story = [.. StoryReader.Read(diagnostic)];
        return new SarifResult(
            diagnostic.Id,
            rule,
            LevelOf(diagnostic.Severity),
            new SarifText(diagnostic.GetMessage(CultureInfo.InvariantCulture)),
            diagnostic.Location.Kind == LocationKind.None ? [] : [LocationOf(diagnostic.Location, text: null, root)],
            story.Length == 0 ? null : [new SarifCodeFlow([new SarifThreadFlow([.. story.Select(step => new SarifStep(LocationOf(step.Place, step.Text, root)))])])],
            story.Length == 0 ? null : [.. story.Select((step, index) => LocationOf(step.Place, step.Text, root) with { Id = index + 1 })]);
    }

    private static SarifLocation LocationOf(Location location, string? text, string root)
    {
        FileLinePositionSpan span = location.GetLineSpan();
        string uri = string.Join('/', ReportPath.Relative(span.Path, root).Split('/').Select(Uri.EscapeDataString));
        return new SarifLocation(
            new SarifPhysicalLocation(
                new SarifArtifact(uri, RootId),
                new SarifRegion(
                    span.StartLinePosition.Line + 1,
                    span.StartLinePosition.Character + 1,
                    span.EndLinePosition.Line + 1,
                    span.EndLinePosition.Character + 1)),
            text is null ? null : new SarifText(text));
    }

    private static string LevelOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };
}
