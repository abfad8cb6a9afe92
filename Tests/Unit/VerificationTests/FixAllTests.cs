using System.Threading.Tasks;
using Devmap.Tests.Unit.VerificationTests.Toys;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Devmap.Tests.Unit.VerificationTests;

public sealed class FixAllTests
{
    private const string Before = "class C { int [|bad1|], [|bad2|]; }";

    [Fact]
    public Task Fix_all_in_several_documents_and_projects() => new CSharpCodeFixTest<BadNameAnalyzer, GoodNameFix, DefaultVerifier>
    {
        TestState =
        {
            Sources = { "class C { int [|bad1|], [|bad2|]; }", "class D { int [|bad1|]; }" },
            AdditionalProjects = { ["Other"] = { Sources = { "class E { int [|bad1|]; }" } } },
        },
        FixedState =
        {
            Sources = { "class C { int good1, good2; }", "class D { int good1; }" },
            AdditionalProjects = { ["Other"] = { Sources = { "class E { int good1; }" } } },
        },
    }.RunAsync();

    [Fact]
    public Task Other_result_of_fix_all_fails() => VerifierAssert.FailsAsync(
        () => CreateTest("class C { int good1, good2; }", batchFixed: null, CodeFixTestBehaviors.SkipFixAllInProjectCheck).RunAsync(),
        "Fix all in document",
        "- class C { int good1, good2; }",
        "+ class C { int best1, best2; }");

    [Fact]
    public Task Other_result_of_fix_all_passes_if_expected() => CreateTest(
        "class C { int good1, good2; }",
        "class C { int best1, best2; }",
        CodeFixTestBehaviors.SkipFixAllInProjectCheck | CodeFixTestBehaviors.SkipFixAllInSolutionCheck).RunAsync();

    [Theory]
    [InlineData(CodeFixTestBehaviors.SkipFixAllInSolutionCheck, "Project")]
    [InlineData(CodeFixTestBehaviors.SkipFixAllInProjectCheck, "Solution")]
    public Task Scope_that_is_not_supported_fails(CodeFixTestBehaviors skip, string scope) => VerifierAssert.FailsAsync(
        () => CreateTest("class C { int good1, good2; }", "class C { int best1, best2; }", skip).RunAsync(),
        $"does not support the scope {scope}");

    [Fact]
    public Task Fix_all_can_be_skipped() => CreateTest(
        "class C { int good1, good2; }",
        batchFixed: null,
        CodeFixTestBehaviors.SkipFixAllCheck).RunAsync();

    [Fact]
    public Task Batch_fixed_source_is_checked_too() => VerifierAssert.FailsAsync(
        () => CreateTest("class C { int good1, good2; }", "class C { int bad; }", CodeFixTestBehaviors.None).RunAsync(),
        "Diagnostics of batch fixed state");

    private static CSharpCodeFixTest<BadNameAnalyzer, BatchOnlyFix, DefaultVerifier> CreateTest(
        string fixedCode,
        string? batchFixed,
        CodeFixTestBehaviors behaviors) => new()
        {
            TestCode = Before,
            FixedCode = fixedCode,
            BatchFixedCode = batchFixed!,
            CodeFixTestBehaviors = behaviors,
        };
}
