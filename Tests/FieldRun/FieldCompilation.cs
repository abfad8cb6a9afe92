using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.Tests.FieldRun;

/// <summary>Source files as one assembly that knows the framework and nothing else.</summary>
internal static class FieldCompilation
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>What a project for .NET 10 has.</summary>
    private static readonly ImmutableArray<string> PlatformSymbols =
        ["NET", "NETCOREAPP", .. Enumerable.Range(5, 6).Select(static version => $"NET{version}_0_OR_GREATER"), "NET10_0",
         .. new[] { "1_0", "1_1", "2_0", "2_1", "2_2", "3_0", "3_1" }.Select(static version => $"NETCOREAPP{version}_OR_GREATER")];

    public static CSharpCompilation Create(FieldRequest request, CancellationToken cancellation)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None, preprocessorSymbols: PlatformSymbols.AddRange(request.Symbols));
        List<SyntaxTree> trees = [.. SourceFiles.Find(request).AsParallel().AsOrdered().WithCancellation(cancellation).Select(file => Parse(file, parse))];
        if (request.ImplicitUsings)
        {
            trees.Add(CSharpSyntaxTree.ParseText(ImplicitUsings, parse, path: "ImplicitUsings.g.cs", cancellationToken: cancellation));
        }

        // A library: the folders may have many entry points, or none.
        return CSharpCompilation.Create("Field", trees, ReferencePack.Load(), new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Annotations));
    }

    private static SyntaxTree Parse(string file, CSharpParseOptions options)
    {
        using FileStream stream = File.OpenRead(file);
        return CSharpSyntaxTree.ParseText(SourceText.From(stream), options, file);
    }
}
