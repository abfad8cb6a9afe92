using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// The framework that a test project refers to. Every framework is the one that the tests run on:
/// the names only make a test say what it needs at least.
/// </summary>
public sealed class ReferenceAssemblies
{
    public ReferenceAssemblies(string targetFramework) =>
        TargetFramework = targetFramework ?? throw new ArgumentNullException(nameof(targetFramework));

    public ReferenceAssemblies(string targetFramework, PackageIdentity? referenceAssemblyPackage, string referenceAssemblyPath)
        : this(targetFramework)
    {
        ReferenceAssemblyPackage = referenceAssemblyPackage;
        ReferenceAssemblyPath = referenceAssemblyPath;
    }

    public static ReferenceAssemblies Default { get; } = Net.Net80;

    public string TargetFramework { get; }

    public PackageIdentity? ReferenceAssemblyPackage { get; }

    public string? ReferenceAssemblyPath { get; }

    public Task<ImmutableArray<MetadataReference>> ResolveAsync(string? language, CancellationToken cancellationToken) =>
        Task.FromResult(RunningFramework.References);

    public static class Net
    {
        public static ReferenceAssemblies Net50 { get; } = new("net5.0");

        public static ReferenceAssemblies Net60 { get; } = new("net6.0");

        public static ReferenceAssemblies Net70 { get; } = new("net7.0");

        public static ReferenceAssemblies Net80 { get; } = new("net8.0");

        public static ReferenceAssemblies Net90 { get; } = new("net9.0");
    }

    public static class NetStandard
    {
        public static ReferenceAssemblies NetStandard20 { get; } = new("netstandard2.0");

        public static ReferenceAssemblies NetStandard21 { get; } = new("netstandard2.1");
    }
}
