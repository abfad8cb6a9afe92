using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.Tests.Unit.Flow;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Devmap.Tests.Unit.Options;

/// <summary>Counted code under an <c>.editorconfig</c>.</summary>
internal static class OptionTest
{
    private const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Threading.Tasks;\nusing Devmap.Contracts;\n";

    /// <summary>Checks statements that are the body of a public method, with one option, <c>key = value</c>.</summary>
    public static Task VerifyBodyAsync(string option, string statements) =>
        VerifyAsync(option, "public class C {\npublic void M(Item lent, bool a, bool b, int n, Item[] many) {\n" + statements + "\n} }");

    /// <summary>Checks a file, with the options in lines.</summary>
    public static Task VerifyAsync(string options, string source) => Test(options, source).RunAsync();

    public static CSharpAnalyzerTest<ReferenceCountAnalyzer, DefaultVerifier> Test(string options, string source)
    {
        var test = CountedCode.Test(Usings + source);
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\n" + options + "\n"));
        return test;
    }
}
