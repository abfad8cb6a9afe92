using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Devmap.Tests.EndToEnd.Sarif;

/// <summary>Reads the logs that the compiler writes for <c>ErrorLog=…,version=2.1</c>.</summary>
internal static class SarifLog
{
    public static IReadOnlyList<ReportedDiagnostic> Read(string path)
    {
        using JsonDocument log = JsonDocument.Parse(File.ReadAllText(path));
        return log.RootElement.GetProperty("runs").EnumerateArray()
            .SelectMany(run => run.GetProperty("results").EnumerateArray())
            .Select(ReadResult)
            .ToList();
    }

    private static ReportedDiagnostic ReadResult(JsonElement result)
    {
        (string file, int line) = ReadPlace(result);
        return new ReportedDiagnostic(
            result.GetProperty("ruleId").GetString()!,
            result.TryGetProperty("level", out JsonElement level) ? level.GetString()! : "warning",
            file,
            line,
            result.GetProperty("message").GetProperty("text").GetString()!,
            result.TryGetProperty("suppressions", out JsonElement suppressions) && suppressions.GetArrayLength() > 0);
    }

    private static (string File, int Line) ReadPlace(JsonElement result)
    {
        if (!result.TryGetProperty("locations", out JsonElement locations) || locations.GetArrayLength() == 0)
        {
            return ("", 0);
        }

        JsonElement place = locations[0].GetProperty("physicalLocation");
        string uri = place.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        return (Path.GetFileName(Uri.UnescapeDataString(uri)), place.GetProperty("region").GetProperty("startLine").GetInt32());
    }
}
