using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes;
using Devmap.Tests.Unit.Contracts;
using Devmap.Tests.Unit.Flow;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Devmap.Tests.Unit.Rules;

/// <summary>A test of what is reported of contracts where they are written, and of the fix.</summary>
internal static class ContractRuleTest
{
    private const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Threading.Tasks;\nusing Devmap.Contracts;\n";

    /// <summary>Checks members of a class.</summary>
    public static Task VerifyMembersAsync(string members) => VerifyAsync("public class C {\n" + members + "\n}");

    public static Task VerifyAsync(string source)
    {
        var test = new CSharpAnalyzerTest<ContractAnalyzer, DefaultVerifier> { TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck };
        AddSources(test.TestState, Usings + source);
        return test.RunAsync();
    }

    /// <summary>Checks what the fix with the key makes of members; the same text: none is offered.</summary>
    public static Task VerifyFixAsync<TFix>(string marked, string expected, string key)
        where TFix : DevmapCodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<ContractAnalyzer, TFix, DefaultVerifier> { CodeActionEquivalenceKey = key };
        AddSources(test.TestState, Usings + marked);
        AddSources(test.FixedState, Usings + expected);
        return test.RunAsync();
    }

    private static void AddSources(SolutionState state, string source)
    {
        state.Sources.Add(source);
        state.Sources.Add(("/0/Library.cs", CountedCode.Library));
        state.Sources.Add(("/0/Contracts.cs", ContractAttributes.Source));
    }
}
