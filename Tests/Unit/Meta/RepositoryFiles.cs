using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Devmap.Tests.Unit.Meta;

/// <summary>What is written in the repository beside its code.</summary>
internal static class RepositoryFiles
{
    private static readonly string Root = typeof(RepositoryFiles).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>The text of a file, with line feeds only.</summary>
    public static string Read(params string[] path) => File.ReadAllText(PathOf(path)).Replace("\r\n", "\n");

    /// <summary>The names of the files in a folder, without extension.</summary>
    public static string[] NamesIn(params string[] path) =>
        Directory.GetFiles(PathOf(path)).Select(file => Path.GetFileNameWithoutExtension(file)!).Order().ToArray();

    /// <summary>The paths of the C# files of a project, those that a build has left behind excepted.</summary>
    public static IEnumerable<string> SourcesIn(string project) =>
        Directory.GetFiles(PathOf([project]), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar));

    private static string PathOf(string[] path) => Path.Combine([Root, .. path]);
}
