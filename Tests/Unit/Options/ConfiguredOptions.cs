using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Devmap.Tests.Unit.Options;

/// <summary>Options that hold for every file, as a host hands them to analyzers.</summary>
internal sealed class ConfiguredOptions : AnalyzerConfigOptionsProvider
{
    private readonly Values _values;

    private ConfiguredOptions(Values values) => _values = values;

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values([], canList: true);

    /// <summary>Reads lines of the form <c>key = value</c>; others are headings.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="canList">Whether the host can list the keys; old ones cannot.</param>
    public static ConfiguredOptions Parse(string lines, bool canList = true) => new(new Values(
        lines.Split('\n')
            .Select(line => line.Split('=', 2))
            .Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0].Trim(), parts => parts[1].Trim(), AnalyzerConfigOptions.KeyComparer),
        canList));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _values;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _values;

    private sealed class Values(Dictionary<string, string> values, bool canList) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => canList ? values.Keys : throw new NotImplementedException();

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
