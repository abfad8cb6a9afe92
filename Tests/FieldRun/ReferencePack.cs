using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Devmap.Tests.FieldRun;

/// <summary>The reference assemblies that come with an SDK, beside the runtime; where there is no SDK, what the runtime itself loads.</summary>
internal static class ReferencePack
{
    private const string Platform = "Microsoft.NETCore.App.Ref";
    private const string AspNet = "Microsoft.AspNetCore.App.Ref";

    /// <param name="aspNet">Whether those of ASP.NET Core are wanted as well; <c>Microsoft.Extensions</c> is among them.</param>
    public static ImmutableArray<MetadataReference> Load(bool aspNet) =>
        [.. (FindPack(Platform) ?? FindRuntime()).Concat(aspNet ? FindPack(AspNet) ?? [] : []).Select(static file => MetadataReference.CreateFromFile(file))];

    private static string[]? FindPack(string name)
    {
        string major = $"{Environment.Version.Major}";
        var pack = new DirectoryInfo(Path.Combine(RuntimeFolder, "..", "..", "..", "packs", name));
        return !pack.Exists ? null : pack.GetDirectories(major + ".*")
            .OrderByDescending(static version => Version.TryParse(version.Name, out Version? number) ? number : new Version())
            .Select(version => Path.Combine(version.FullName, "ref", $"net{major}.0"))
            .Where(Directory.Exists)
            .Select(static folder => Directory.GetFiles(folder, "*.dll"))
            .FirstOrDefault();
    }

    private static IEnumerable<string> FindRuntime() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static file => Path.GetDirectoryName(file) == RuntimeFolder);

    private static string RuntimeFolder => Path.GetDirectoryName(typeof(object).Assembly.Location)!;
}
