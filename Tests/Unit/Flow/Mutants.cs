using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.Tests.Unit.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Makes broken code of whole code, and checks what has to hold of any code at all.</summary>
internal static class Mutants
{
    private static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true);

    public static ImmutableArray<MetadataReference> Framework { get; } =
        ReferenceAssemblies.Default.ResolveAsync(LanguageNames.CSharp, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>The small library of the tests.</summary>
    public static CSharpCompilation Counted { get; } = CSharpCompilation.Create(
        "Mutants",
        [CSharpSyntaxTree.ParseText(CountedCode.Library), CSharpSyntaxTree.ParseText(ContractAttributes.Source)],
        Framework,
        Options);

    /// <summary>The library that is shipped.</summary>
    public static CSharpCompilation Shipped { get; } = CSharpCompilation.Create(
        "Mutants",
        [],
        Framework.Add(MetadataReference.CreateFromFile(typeof(Page).Assembly.Location)),
        Options);

    /// <summary>The analyzer does not fail, and reports nothing in a member that the parser could not read.</summary>
    public static async Task CheckAsync(CSharpCompilation library, string source)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(source);
        ImmutableArray<Diagnostic> diagnostics = await library.AddSyntaxTrees(tree)
            .WithAnalyzers([new ReferenceCountAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.True(diagnostics.All(diagnostic => diagnostic.Id != "AD0001"), source + "\n" + string.Join("\n", diagnostics));
        Assert.True(
            !diagnostics.Any(diagnostic => diagnostic.Location.SourceTree == tree && IsInBrokenBody(tree, diagnostic.Location.SourceSpan.Start)),
            source + "\n" + string.Join("\n", diagnostics));
    }

    /// <summary>One to three tokens are dropped, doubled, swapped for others of the file, or everything behind one is cut off.</summary>
    public static IEnumerable<string> Of(string source, int seed, int count)
    {
        var random = new Random(seed);
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0)];
        for (int i = 0; i < count; i++)
        {
            var text = new StringBuilder(source);
            var places = Enumerable.Range(0, random.Next(1, 4)).Select(_ => tokens[random.Next(tokens.Length)].Span).Distinct();
            foreach (var place in places.OrderByDescending(place => place.Start))
            {
                string other = tokens[random.Next(tokens.Length)].Text;
                switch (random.Next(5))
                {
                    case 0:
                        text.Length = place.Start;
                        break;
                    case 1:
                        text.Insert(place.Start, other + " ");
                        break;
                    case 2:
                        text.Remove(place.Start, place.Length).Insert(place.Start, other);
                        break;
                    default:
                        text.Remove(place.Start, place.Length);
                        break;
                }
            }

            yield return text.ToString();
        }
    }

    private static bool IsInBrokenBody(SyntaxTree tree, int position) =>
        tree.GetRoot().FindToken(position).Parent?.AncestorsAndSelf()
            .OfType<Microsoft.CodeAnalysis.CSharp.Syntax.BlockSyntax>().LastOrDefault() is { } body
        && body.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
