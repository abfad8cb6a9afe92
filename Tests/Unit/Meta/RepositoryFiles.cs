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

    /// <summary>Writes what is drawn by a test.</summary>
    public static void Write(string text, params string[] path) => File.WriteAllText(PathOf(path), text);

    /// <summary>The names of the files in a folder, without extension.</summary>
    public static string[] NamesIn(params string[] path) =>
        Directory.GetFiles(PathOf(path)).Select(file => Path.GetFileNameWithoutExtension(file)!).Order().ToArray();

    /// <summary>The paths of the C# files of a project, those that a build has left behind excepted.</summary>
    public static IEnumerable<string> SourcesIn(string project) =>
        Directory.GetFiles(PathOf([project]), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar));

    /// <summary>The folders of the projects that have code, from the root of the repository on, with slashes.</summary>
    public static IReadOnlyList<string> Projects { get; } =
        Directory.GetFiles(Root, "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, Path.GetDirectoryName(path)!).Replace('\\', '/'))
            .Where(project => project != "Package" && !project.Contains("bin/") && !project.Contains("obj/"))
            .Order()
            .ToList();

    /// <summary>The Markdown pages of the repository by their paths, from its root on, with slashes.</summary>
    public static IEnumerable<string> Pages =>
        new[] { "docs", "Samples", "Tests", "Runtime" }
            .SelectMany(folder => Directory.GetFiles(PathOf([folder]), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.GetFiles(Root, "*.md"))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/") && !path.Contains("/obj/"))
            .Order();

    /// <summary>Whether there is a file or a folder.</summary>
    public static bool Exists(string path) => Path.Exists(PathOf([path]));

    /// <summary>The names of the folders in a folder, those that a build has left behind excepted.</summary>
    public static IEnumerable<string> FoldersIn(params string[] path) =>
        Directory.GetDirectories(PathOf(path)).Select(folder => Path.GetFileName(folder)!).Where(name => name is not ("bin" or "obj")).Order();

    private static string PathOf(string[] path) => Path.Combine([Root, .. path]);
}
