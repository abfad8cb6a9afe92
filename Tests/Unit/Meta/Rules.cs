using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Devmap.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Devmap.Tests.Unit.Meta;

/// <summary>All rules there are.</summary>
internal static class Rules
{
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
        Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Distinct().OrderBy(rule => rule.Id, System.StringComparer.Ordinal).ToList();

    /// <summary>New instances of all analyzers.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers =>
    [
        .. typeof(ReferenceCountAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)System.Activator.CreateInstance(type)!),
    ];

    /// <summary>Their ids, as the data of a theory.</summary>
    public static TheoryData<string> Ids { get; } = new(All.Select(rule => rule.Id));

    public static DiagnosticDescriptor Find(string id) => All.Single(rule => rule.Id == id);

    /// <summary>The name under which a rule's code, fix, tests and page are found.</summary>
    public static string NameOf(string id) =>
        typeof(DiagnosticIds).GetFields().Single(field => (string?)field.GetRawConstantValue() == id).Name;
}
