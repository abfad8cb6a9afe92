using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Devmap.Tests.FieldRun;

/// <summary>What was looked at, what it cost, and what was said.</summary>
/// <param name="Root">The folder that paths begin at.</param>
/// <param name="Size">How much code there was.</param>
/// <param name="Time">What the analyzers took on all processors together, without parsing and binding.</param>
/// <param name="Elapsed">What the run took, reading the files included.</param>
/// <param name="Diagnostics">All reports, in the order of files and lines.</param>
public sealed record FieldReport(string Root, SourceSize Size, TimeSpan Time, TimeSpan Elapsed, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>What the compiler reports of an analyzer that threw.</summary>
    private const string AnalyzerThrew = "AD0001";

    /// <summary>Exceptions of analyzers: a bug of theirs, whatever the code is like.</summary>
    public IEnumerable<Diagnostic> Crashes => Diagnostics.Where(static diagnostic => diagnostic.Id == AnalyzerThrew);

    /// <summary>Reports of the rules.</summary>
    public IEnumerable<Diagnostic> Reports => Diagnostics.Where(static diagnostic => diagnostic.Id != AnalyzerThrew);
}
