using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace Devmap.Tests.FieldRun.Reports;

// What a report needs of SARIF 2.1.0 (OASIS), under the names of that standard.

/// <summary>A log with its runs.</summary>
internal sealed record SarifLog(IReadOnlyList<SarifRun> Runs)
{
    [JsonPropertyName("$schema")]
    [JsonPropertyOrder(-2)]
    public string Schema => "https://json.schemastore.org/sarif-2.1.0.json";

    [JsonPropertyOrder(-1)]
    public string Version => "2.1.0";
}

/// <summary>One run of a tool. Columns count as editors of .NET count them.</summary>
internal sealed record SarifRun(SarifTool Tool, IReadOnlyList<SarifResult> Results)
{
    public string ColumnKind => "utf16CodeUnits";
}

internal sealed record SarifTool(SarifDriver Driver);

internal sealed record SarifDriver(string Name, IReadOnlyList<SarifRule> Rules);

internal sealed record SarifRule(string Id, SarifText ShortDescription, string? HelpUri, SarifConfiguration DefaultConfiguration);

internal sealed record SarifConfiguration(string Level);

internal sealed record SarifText(string Text);

/// <summary>One diagnostic; its story stands in both forms that viewers know.</summary>
internal sealed record SarifResult(
    string RuleId,
    int RuleIndex,
    string Level,
    SarifText Message,
    IReadOnlyList<SarifLocation> Locations,
    IReadOnlyList<SarifCodeFlow>? CodeFlows,
    IReadOnlyList<SarifLocation>? RelatedLocations);

internal sealed record SarifCodeFlow(IReadOnlyList<SarifThreadFlow> ThreadFlows);

internal sealed record SarifThreadFlow(IReadOnlyList<SarifStep> Locations);

internal sealed record SarifStep(SarifLocation Location);

internal sealed record SarifLocation(SarifPhysicalLocation PhysicalLocation, SarifText? Message)
{
    public int? Id { get; init; }
}

internal sealed record SarifPhysicalLocation(SarifArtifact ArtifactLocation, SarifRegion Region);

/// <summary>A path below the root of the sources, which is somewhere else on every machine.</summary>
internal sealed record SarifArtifact(string Uri, string UriBaseId);

/// <summary>From 1 on; the end is exclusive.</summary>
internal sealed record SarifRegion(int StartLine, int StartColumn, int EndLine, int EndColumn);
