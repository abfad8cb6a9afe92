using System.Threading.Tasks;
using Devmap.Tests.Unit.VerificationTests.Toys;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Devmap.Tests.Unit.VerificationTests;

/// <summary>What is checked of a fix besides its text.</summary>
public sealed class CodeFixChecksTests
{
    [Fact]
    public Task Fix_that_breaks_compilation_fails() => VerifierAssert.FailsAsync(
        () => VerifyAsync<BreakingFix>("class C { int [|bad|]; }", "class C { int good = missing; }"),
        "CS0103");

    [Fact]
    public Task Fix_that_breaks_compilation_fails_whatever_text_is_expected() => VerifierAssert.FailsAsync(
        () => VerifyAsync<BreakingFix>("class C { int [|bad|]; }", "class C { int good; }"),
        "The fix makes the compiler report",
        "CS0103");

    [Fact]
    public Task Broken_result_passes_if_the_error_is_announced() =>
        VerifyAsync<BreakingFix>("class C { int [|bad|]; }", "class C { int good = {|CS0103:missing|}; }");

    [Fact]
    public Task Fix_that_brings_a_warning_fails() => VerifierAssert.FailsAsync(
        () => VerifyAsync<WarningFix>(
            "#nullable enable\nclass C { string [|bad|] = new(' ', 1); }",
            "#nullable enable\nclass C { string good = null; }"),
        "The fix makes the compiler report",
        "CS8625");

    [Fact]
    public Task Tree_that_is_not_that_of_its_text_fails() => VerifierAssert.FailsAsync(
        () => VerifyAsync<MisbuiltFix>("class C { int [|bad|]; }", "class C { int good,better; }"),
        "is not the one that its text has");

    [Fact]
    public Task Tree_is_not_compared_if_the_test_says_so() => new CSharpCodeFixTest<BadNameAnalyzer, MisbuiltFix, DefaultVerifier>
    {
        TestCode = "public class C { public int [|bad|]; }",
        FixedCode = "public class C { public int good,better; }",
        CodeActionValidationMode = CodeActionValidationMode.None,
    }.RunAsync();

    [Fact]
    public Task Fix_that_changes_nothing_fails() => VerifierAssert.FailsAsync(
        () => VerifyAsync<IdleFix>("class C { int [|bad|]; }", "class C { int good; }"),
        "is offered but changes nothing");

    [Fact]
    public Task Fix_that_is_still_offered_fails() => VerifierAssert.FailsAsync(
        () => VerifyAsync<StepwiseFix>("class C { int [|badbad|]; }", "class C { int {|TOY001:bad|}; }"),
        "Diagnostics of fixed state");

    [Fact]
    public Task Number_of_iterations_is_exact() => VerifierAssert.FailsAsync(
        async () =>
        {
            await CreateStepwiseTest(iterations: 2).RunAsync();
            await CreateStepwiseTest(iterations: 3).RunAsync();
        },
        "Expected 3 iterations, but 2 were enough");

    [Fact]
    public Task Too_many_iterations_fail() => VerifierAssert.FailsAsync(
        () => CreateStepwiseTest(iterations: 1).RunAsync(),
        "- class C { int x; }");

    [Fact]
    public Task One_fix_leaves_the_rest() => new CSharpCodeFixTest<BadNameAnalyzer, GoodNameFix, DefaultVerifier>
    {
        TestCode = "class C { int [|bad|], [|bad2|]; }",
        FixedState = { Sources = { "class C { int good, [|bad2|]; }" }, MarkupHandling = MarkupMode.Allow },
        CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne | CodeFixTestBehaviors.SkipFixAllCheck,
    }.RunAsync();

    [Fact]
    public Task Remaining_diagnostics_hold() => new CSharpCodeFixTest<BadNameAnalyzer, GoodNameFix, DefaultVerifier>
    {
        TestCode = "class C { int [|bad|], [|badForever|]; }",
        FixedState = { Sources = { "class C { int good, [|badForever|]; }" }, MarkupHandling = MarkupMode.Allow },
    }.RunAsync();

    [Theory]
    [InlineData(null, null, "first")]
    [InlineData(1, null, "second")]
    [InlineData(null, "second", "second")]
    [InlineData(0, "second", "second")]
    public Task Action_is_selected(int? index, string? key, string name) =>
        new CSharpCodeFixTest<BadNameAnalyzer, TwoChoicesFix, DefaultVerifier>
        {
            TestCode = "class C { int [|bad|]; } class D { int [|bad|]; }",
            FixedCode = $"class C {{ int {name}; }} class D {{ int {name}; }}",
            CodeActionIndex = index,
            CodeActionEquivalenceKey = key,
            CodeActionVerifier = (action, verifier) => verifier.Equal(name, action.Title),
        }.RunAsync();

    [Fact]
    public Task Action_that_is_not_offered_fails() => VerifierAssert.FailsAsync(
        () => new CSharpCodeFixTest<BadNameAnalyzer, TwoChoicesFix, DefaultVerifier>
        {
            TestCode = "class C { int [|bad|]; }",
            FixedCode = "class C { int third; }",
            CodeActionEquivalenceKey = "third",
        }.RunAsync(),
        "A fix is expected, but none is offered");

    private static Task VerifyAsync<TFix>(string source, string fixedSource)
        where TFix : CodeFixProvider, new() =>
        CSharpCodeFixVerifier<BadNameAnalyzer, TFix, DefaultVerifier>.VerifyCodeFixAsync(source, fixedSource);

    private static CSharpCodeFixTest<BadNameAnalyzer, StepwiseFix, DefaultVerifier> CreateStepwiseTest(int iterations) => new()
    {
        TestCode = "class C { int [|badbadx|]; }",
        FixedCode = "class C { int x; }",
        NumberOfIncrementalIterations = iterations,
    };
}
