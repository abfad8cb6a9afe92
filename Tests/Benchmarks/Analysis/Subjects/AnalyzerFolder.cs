using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Devmap.Tests.Benchmarks.Analysis.Subjects;

/// <summary>Finds analyzers where a package has them.</summary>
internal static class AnalyzerFolder
{
    /// <summary>The analyzers of a restored package that report one of these diagnostics; without any: all of them.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> InPackage(string package, string file, params string[] ids)
    {
        string root = typeof(AnalyzerFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(pair => pair.Key == package).Value!;
        string path = Directory.GetFiles(Path.Combine(root, "analyzers"), file, SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        ImmutableArray<DiagnosticAnalyzer> found = [.. In(new Neighbours(path).LoadFromAssemblyPath(path))
            .Where(analyzer => ids.Length == 0 || analyzer.SupportedDiagnostics.Any(descriptor => ids.Contains(descriptor.Id)))];
        return found.IsEmpty ? throw new InvalidOperationException($"{file} has none of {string.Join(", ", ids)}") : found;
    }

    public static ImmutableArray<DiagnosticAnalyzer> In(Assembly assembly) =>
        [.. assembly.GetTypes()
            .Where(static type => !type.IsAbstract
                && type.IsAssignableTo(typeof(DiagnosticAnalyzer))
                && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true)
            .OrderBy(static type => type.FullName, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!)];

    /// <summary>What an analyzer brings along stands beside it; the compiler is ours.</summary>
    private sealed class Neighbours(string path) : AssemblyLoadContext(Path.GetFileName(path))
    {
        protected override Assembly? Load(AssemblyName name)
        {
            string neighbour = Path.Combine(Path.GetDirectoryName(path)!, $"{name.Name}.dll");
            return File.Exists(neighbour) ? LoadFromAssemblyPath(neighbour) : null;
        }
    }
}
