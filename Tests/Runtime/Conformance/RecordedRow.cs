using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Devmap.Tests.Runtime.Conformance;

/// <summary>What one kernel did in one scenario.</summary>
internal sealed record RecordedRow(string Id, string Outcome);

/// <summary>The rows of one kernel, in the order in which they were recorded.</summary>
internal sealed record RecordedKernel(string Name, Era Era)
{
    public static readonly RecordedKernel Linux61 = new("6.1.192", Era.Linux61);

    // The same rules but for long-term pins of file pages for writing, which are refused since v6.5.
    public static readonly RecordedKernel Linux612 = new("6.12.117", Era.Linux65);

    public IReadOnlyList<RecordedRow> Load()
    {
        string resource = $"linux-{Name}.tsv";
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new FileNotFoundException(resource);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToList();
    }

    private static RecordedRow Parse(string line)
    {
        string[] fields = line.TrimEnd('\r').Split('\t', 2);
        return new RecordedRow(fields[0], fields[1]);
    }
}
