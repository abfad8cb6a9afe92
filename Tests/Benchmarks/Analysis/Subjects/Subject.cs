using System;
using System.Collections.Immutable;
using System.Linq;
using Devmap.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Devmap.Tests.Benchmarks.Analysis.Subjects;

/// <summary>Analyzers that are timed as one.</summary>
/// <param name="Name">What they are called in tables.</param>
/// <param name="Planted">The diagnostic that tells of what is planted in the made-up projects; <see langword="null"/>: none.</param>
/// <param name="Analyzers">They.</param>
internal sealed record Subject(string Name, string? Planted, ImmutableArray<DiagnosticAnalyzer> Analyzers)
{
    /// <summary>Visits bodies and does nothing there: what any analyzer of bodies costs.</summary>
    public static Subject Empty { get; } = new("empty analyzer", null, [new EmptyAnalyzer()]);

    /// <summary>Every analyzer of this package that a build runs: not those which have nothing to say above hidden severity.</summary>
    public static Subject Devmap { get; } = new("DevmapAnalyzers", "DVM2001", [.. AnalyzerFolder.In(typeof(ReferenceCountAnalyzer).Assembly)
        .Where(static analyzer => analyzer.SupportedDiagnostics.Any(static rule => rule.DefaultSeverity > DiagnosticSeverity.Hidden))]);

    /// <summary>Every analyzer of this package, as an editor runs them.</summary>
    public static Subject DevmapInEditor { get; } = new("DevmapAnalyzers, in an editor", "DVM2001", AnalyzerFolder.In(typeof(ReferenceCountAnalyzer).Assembly));

    public static Subject CA2000 { get; } = new("CA2000, CA2213", "CA2000", AnalyzerFolder.InPackage(
        "Microsoft.CodeAnalysis.NetAnalyzers", "Microsoft.CodeAnalysis.NetAnalyzers.dll", "CA2000", "CA2213"));

    public static Subject IDisposableAnalyzers { get; } = new("IDisposableAnalyzers", "IDISP001", AnalyzerFolder.InPackage(
        "IDisposableAnalyzers", "IDisposableAnalyzers.dll"));

    public static Subject Sonar { get; } = new("Sonar S2930", "S2930", AnalyzerFolder.InPackage(
        "SonarAnalyzer.CSharp", "SonarAnalyzer.CSharp.dll", "S2930"));

    public static ImmutableArray<Subject> All { get; } = [Empty, Devmap, DevmapInEditor, CA2000, IDisposableAnalyzers, Sonar];

    /// <summary>What is compared is on, whatever is on by default.</summary>
    public static ImmutableDictionary<string, ReportDiagnostic> Switches { get; } =
        new[] { "CA2000", "CA2213", "S2930" }.ToImmutableDictionary(static id => id, static _ => ReportDiagnostic.Warn);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
