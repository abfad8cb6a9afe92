using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.Contracts;
using Devmap.Tests.Differential.Execution;
using Devmap.Tests.Differential.Language;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.Tests.Differential.Trials;

/// <summary>What the analyzer says of one method.</summary>
/// <param name="Mistakes">The reports, by site.</param>
/// <param name="Problems">What should not be: a report where no site is, an exception, a program that does not compile.</param>
internal sealed record Opinion(HashSet<Mistake> Mistakes, List<string> Problems);

/// <summary>Runs the analyzer over many methods at once: one compilation, one run.</summary>
internal static class Subject
{
    private const string Head = """
        using System;
        using Devmap.Contracts;

        public class Program
        {
            private Item _kept;


        """;

    private static readonly ImmutableArray<MetadataReference> References = FindReferences();
    private static readonly SyntaxTree LibraryTree = CSharpSyntaxTree.ParseText(Library.Source + "\n" + Helpers.Source, path: "Library.cs");

    /// <summary>The rules that the analyzer knows, among those that the interpreter judges by.</summary>
    public static ImmutableArray<string> Rules { get; } =
        [.. new[] { Judge.Leak, Judge.OverRelease, Judge.UseAfterRelease, Judge.WrongKind, Judge.Unchecked }
            .Intersect(new ReferenceCountAnalyzer().SupportedDiagnostics.Select(static rule => rule.Id))];

    public static async Task<Opinion[]> AskAsync(IReadOnlyList<Method> methods)
    {
        var printer = new Printer();
        var places = new (TextSpan Span, Dictionary<TextSpan, int> Sites)[methods.Count];
        printer.Raw(Head);
        for (int i = 0; i < methods.Count; i++)
        {
            places[i] = printer.Write(methods[i], "M" + i);
        }

        printer.Raw("}\n");
        SyntaxTree tree = CSharpSyntaxTree.ParseText(printer.Text, path: "Program.cs");
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Programs",
            [LibraryTree, tree],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> diagnostics = await compilation
            .WithAnalyzers([new ReferenceCountAnalyzer()], options)
            .GetAllDiagnosticsAsync();

        Opinion[] opinions = [.. methods.Select(static _ => new Opinion([], []))];
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Id.StartsWith("AD", StringComparison.Ordinal) || Rules.Contains(diagnostic.Id))
            {
                Assign(diagnostic, places, opinions);
            }
        }

        return opinions;
    }

    private static void Assign(Diagnostic diagnostic, (TextSpan Span, Dictionary<TextSpan, int> Sites)[] places, Opinion[] opinions)
    {
        int index = diagnostic.Location.SourceTree?.FilePath == "Program.cs" ? Find(places, diagnostic.Location.SourceSpan.Start) : -1;
        Opinion opinion = opinions[Math.Max(index, 0)];
        if (index >= 0 && Rules.Contains(diagnostic.Id) && places[index].Sites.TryGetValue(diagnostic.Location.SourceSpan, out int site))
        {
            if (!opinion.Mistakes.Add(new Mistake(diagnostic.Id, site)))
            {
                opinion.Problems.Add("reported twice: " + diagnostic);
            }
        }
        else
        {
            opinion.Problems.Add(diagnostic.ToString());
        }
    }

    private static int Find((TextSpan Span, Dictionary<TextSpan, int> Sites)[] places, int position)
    {
        int low = 0, high = places.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (position < places[middle].Span.Start)
            {
                high = middle - 1;
            }
            else if (position >= places[middle].Span.End)
            {
                low = middle + 1;
            }
            else
            {
                return middle;
            }
        }

        return -1;
    }

    private static ImmutableArray<MetadataReference> FindReferences()
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll" or "netstandard.dll");
        return [.. platform.Append(typeof(AcquiresRefAttribute).Assembly.Location).Select(static path => MetadataReference.CreateFromFile(path))];
    }
}
