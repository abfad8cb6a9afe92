using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Devmap.Tests.FieldRun;

/// <summary>The contract files of the package, which a project switches on by name.</summary>
internal static class Presets
{
    private const string Ending = ".RefContracts.txt";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "contracts");

    public static IEnumerable<string> Names =>
        Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*" + Ending).Select(static file => Path.GetFileName(file)[..^Ending.Length]).Order(StringComparer.Ordinal) : [];

    public static string FileOf(string name) => Path.Combine(Folder, name + Ending);
}
