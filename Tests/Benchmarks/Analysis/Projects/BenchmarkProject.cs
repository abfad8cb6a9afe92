using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using Devmap.Tests.FieldRun;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Devmap.Tests.Benchmarks.Analysis.Projects;

/// <summary>What the analyzers are run on.</summary>
internal sealed class BenchmarkProject
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Preview);

    private BenchmarkProject(string name, CSharpCompilation compilation, int methods, ProjectText? text)
    {
        Name = name;
        Methods = methods;
        Text = text;
        Compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(Subjects.Subject.Switches));
    }

    public string Name { get; }

    public int Methods { get; }

    /// <summary>What was made up; <see langword="null"/>: it is somebody's code.</summary>
    public ProjectText? Text { get; }

    public CSharpCompilation Compilation { get; }

    /// <summary>A project of so many methods.</summary>
    public static BenchmarkProject Generate(Mix mix, int methods)
    {
        ProjectText text = ProjectText.Write(mix, methods);
        CSharpCompilation compilation = Compile(text.Files.Select((file, i) => CSharpSyntaxTree.ParseText(file, s_parse, $"Part{i}.cs")), mix.SeesLibrary);
        return new BenchmarkProject(mix.Name, compilation, methods, text);
    }

    /// <summary>One file, beside the library.</summary>
    public static BenchmarkProject Of(string name, string source) =>
        new(name, Compile([CSharpSyntaxTree.ParseText(source, s_parse, $"{name}.cs")], seesLibrary: true), CountMethods(source), text: null);

    /// <summary>The C# files of folders, bound as <c>Tests/FieldRun</c> binds them.</summary>
    public static BenchmarkProject FromFolders(string name, params ImmutableArray<string> folders)
    {
        CSharpCompilation compilation = FieldCompilation.Create(new FieldRequest { Folders = folders, Root = folders[0], ImplicitUsings = true }, CancellationToken.None);
        return new BenchmarkProject(name, compilation, compilation.SyntaxTrees.Sum(static tree => CountMethods(tree)), text: null);
    }

    /// <summary>The reference runtime: a library whose every second body counts.</summary>
    public static BenchmarkProject Own() => FromFolders("own sources", Path.Combine(Root, "Runtime"));

    private static string Root => typeof(BenchmarkProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static pair => pair.Key == "RepositoryRoot").Value!;

    private static CSharpCompilation Compile(System.Collections.Generic.IEnumerable<SyntaxTree> trees, bool seesLibrary)
    {
        ImmutableArray<MetadataReference> references = ReferencePack.Load(aspNet: false);
        if (seesLibrary)
        {
            references = references.Add(MetadataReference.CreateFromFile(typeof(Page).Assembly.Location));
        }

        return CSharpCompilation.Create("Made.Up", trees, references, new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static int CountMethods(string source) => CountMethods(CSharpSyntaxTree.ParseText(source, s_parse));

    private static int CountMethods(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().Count(static node =>
            node is Microsoft.CodeAnalysis.CSharp.Syntax.BaseMethodDeclarationSyntax or Microsoft.CodeAnalysis.CSharp.Syntax.AccessorDeclarationSyntax);
}
