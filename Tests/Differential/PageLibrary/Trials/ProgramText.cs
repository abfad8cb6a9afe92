using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using Devmap.Tests.Differential.PageLibrary.Language;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Devmap.Tests.Differential.PageLibrary.Trials;

/// <summary>Many programs in one text, and one compilation of it.</summary>
internal static class ProgramText
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll" or "netstandard.dll")
            .Append(typeof(Page).Assembly.Location)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Writes the programs as methods of one class.</summary>
    /// <returns>The line before the first of each.</returns>
    public static int[] Write(ProgramWriter writer, IReadOnlyList<PageProgram> programs)
    {
        var starts = new int[programs.Count];
        writer.Raw("public static class Program");
        writer.Raw("{");
        for (int i = 0; i < programs.Count; i++)
        {
            starts[i] = writer.Lines;
            writer.Write(programs[i], "M" + i);
        }

        writer.Raw("}");
        return starts;
    }

    public static CSharpCompilation Compile(string text, params Assembly[] others) => CSharpCompilation.Create(
        "Programs",
        [CSharpSyntaxTree.ParseText(text, path: "Program.cs")],
        References.AddRange(others.Select(static assembly => MetadataReference.CreateFromFile(assembly.Location))),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
}
