using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Rules;
using Devmap.Tests.Unit.Contracts;
using Devmap.Tests.Unit.Flow;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Devmap.Tests.Unit.Rules.ContractCanBeDeclared;

/// <summary>Checks what is suggested for members of a class, and what Fix All writes.</summary>
internal static class ContractCanBeDeclaredTest
{
    /// <param name="marked">The file, with <c>{|DVM3005:…|}</c> where a contract is suggested.</param>
    /// <param name="expected">The file with all contracts written; the same file where none is suggested.</param>
    public static Task VerifyAsync(string marked, string expected)
    {
        var test = new CSharpCodeFixTest<ContractSuggestionAnalyzer, ContractCanBeDeclaredFix, DefaultVerifier>
        {
            TestCode = marked,
            FixedCode = expected,
            TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck,
        };
        foreach (var state in new[] { test.TestState, test.FixedState })
        {
            state.Sources.Add(("/0/Library.cs", CountedCode.Library));
            state.Sources.Add(("/0/Contracts.cs", ContractAttributes.Source));
        }

        return test.RunAsync();
    }

    /// <summary>A class with one member.</summary>
    public static Task VerifyMemberAsync(string marked, string expected) => VerifyAsync(InClass(marked), InClass(expected));

    private static string InClass(string member) => "using System;\nusing Devmap.Contracts;\npublic class C\n{\n    " + member + "\n}\n";
}
