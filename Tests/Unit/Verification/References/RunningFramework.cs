using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The assemblies of the framework that the tests run on.</summary>
internal static class RunningFramework
{
    private const string PackName = "Microsoft.NETCore.App.Ref";

    // The list of the host names some files twice, and a project may refer to each only once.
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyReferences =
        new(() => [.. (FindTargetingPack() ?? FindImplementation()).Distinct().Select(SharedReferences.FromFile)]);

    public static ImmutableArray<MetadataReference> References => LazyReferences.Value;

    /// <summary>What a project refers to that needs <paramref name="additional"/> assemblies besides the framework.</summary>
    public static ImmutableArray<MetadataReference> With(IEnumerable<MetadataReference> additional) =>
        [.. References.Concat(additional).Distinct()];

    /// <summary>The reference assemblies beside the runtime, which user code is compiled against; only an SDK has them.</summary>
    private static IEnumerable<string>? FindTargetingPack()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var pack = new DirectoryInfo(Path.Combine(runtime, "..", "..", "..", "packs", PackName));
        var framework = $"net{Environment.Version.Major}.{Environment.Version.Minor}";
        return pack.Exists
            ? pack.GetDirectories()
                .Where(version => version.Name.StartsWith($"{Environment.Version.Major}.", StringComparison.Ordinal))
                .OrderByDescending(version => version.Name, StringComparer.Ordinal)
                .Select(version => Path.Combine(version.FullName, "ref", framework))
                .Where(Directory.Exists)
                .Select(directory => Directory.GetFiles(directory, "*.dll"))
                .FirstOrDefault()
            : null;
    }

    /// <summary>The assemblies that are loaded at run time; the host lists them beside those of the test.</summary>
    private static IEnumerable<string> FindImplementation()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == runtime);
    }
}
