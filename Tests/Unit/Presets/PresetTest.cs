using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.Tests.Unit.Meta;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.Tests.Unit.Presets;

/// <summary>Code beside a preset of the package, and a few types that stand for the library that it describes.</summary>
internal static class PresetTest
{
    public static IEnumerable<string> Names => RepositoryFiles.NamesIn("Package", "contracts").Select(name => name[..name.IndexOf('.')]);

    public static string Text(string preset) => RepositoryFiles.Read("Package", "contracts", preset + ".RefContracts.txt");

    /// <summary>The code has the reports that are marked in it, and no other.</summary>
    /// <param name="preset">Its name.</param>
    /// <param name="library">The types that stand for the library; empty for the platform.</param>
    /// <param name="code">Code that uses it.</param>
    public static Task VerifyAsync(string preset, string library, string code)
    {
        var test = new CSharpAnalyzerTest<ReferenceCountAnalyzer, DefaultVerifier> { TestCode = code };
        if (library.Length > 0)
        {
            test.TestState.Sources.Add(library);
        }

        test.TestState.AdditionalFiles.Add(($"/0/{preset}.RefContracts.txt", SourceText.From(Text(preset))));
        return test.RunAsync();
    }
}
