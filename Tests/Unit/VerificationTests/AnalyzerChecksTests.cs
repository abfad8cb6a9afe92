using System.Threading.Tasks;
using Devmap.Tests.Unit.VerificationTests.Toys;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Devmap.Tests.Unit.VerificationTests;

/// <summary>What is checked of an analyzer without being asked for.</summary>
public sealed class AnalyzerChecksTests
{
    [Fact]
    public Task Exception_of_an_analyzer_fails() => VerifierAssert.FailsAsync(
        () => CSharpAnalyzerVerifier<ThrowingAnalyzer, DefaultVerifier>.VerifyAnalyzerAsync("class C { int good; }"),
        "An analyzer threw",
        "ThrowingAnalyzer",
        "no fields, please");

    [Fact]
    public Task Exception_of_an_analyzer_cannot_be_expected() => VerifierAssert.FailsAsync(
        () => CSharpAnalyzerVerifier<ThrowingAnalyzer, DefaultVerifier>.VerifyAnalyzerAsync(
            "class C { int good; }",
            DiagnosticResult.CompilerWarning("AD0001")),
        "An analyzer threw");

    [Fact]
    public Task Diagnostic_that_no_pragma_silences_fails() => VerifierAssert.FailsAsync(
        () => CreateFirstLineTest(TestBehaviors.SkipGeneratedCodeCheck).RunAsync(),
        "Behind '#pragma warning disable'",
        "TOY002");

    [Fact]
    public Task Diagnostic_in_generated_code_fails() => VerifierAssert.FailsAsync(
        () => CreateFirstLineTest(TestBehaviors.SkipSuppressionCheck).RunAsync(),
        "In generated code",
        "TOY002");

    [Fact]
    public Task Checks_can_be_skipped() =>
        CreateFirstLineTest(TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedCodeCheck).RunAsync();

    [Fact]
    public Task Pragma_in_the_source_silences() => CSharpAnalyzerVerifier<BadNameAnalyzer, DefaultVerifier>.VerifyAnalyzerAsync(
        """
        class C
        {
            int [|bad|];
        #pragma warning disable TOY001
            int bad2;
        }
        """);

    [Fact]
    public Task Silenced_diagnostic_can_be_expected() => CSharpAnalyzerVerifier<BadNameAnalyzer, DefaultVerifier>.VerifyAnalyzerAsync(
        """
        #pragma warning disable TOY001
        class C { int {|#0:bad|}; }
        """,
        new DiagnosticResult(BadNameAnalyzer.Rule).WithLocation(0).WithArguments("field", "bad").WithIsSuppressed(true));

    [Fact]
    public Task Disabled_diagnostic_is_not_reported() => new CSharpAnalyzerTest<BadNameAnalyzer, DefaultVerifier>
    {
        TestCode = "class C { int bad; }",
        DisabledDiagnostics = { BadNameAnalyzer.Id },
    }.RunAsync();

    [Fact]
    public Task Warnings_of_the_compiler_must_be_expected_only_on_demand() => VerifierAssert.FailsAsync(
        async () =>
        {
            const string Source = "class C { void M() { int unused; } }";
            await new CSharpAnalyzerTest<BadNameAnalyzer, DefaultVerifier> { TestCode = Source }.RunAsync();
            await new CSharpAnalyzerTest<BadNameAnalyzer, DefaultVerifier>
            {
                TestCode = Source,
                CompilerDiagnostics = CompilerDiagnostics.Warnings,
            }.RunAsync();
        },
        "CS0168");

    [Fact]
    public Task Compiler_errors_can_be_left_out() => new CSharpAnalyzerTest<BadNameAnalyzer, DefaultVerifier>
    {
        TestCode = "class C { Missing [|bad|]; }",
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    [Fact]
    public Task Test_without_source_fails() => VerifierAssert.FailsAsync(
        () => new CSharpAnalyzerTest<BadNameAnalyzer, DefaultVerifier>().RunAsync(),
        "TestState.Sources");

    private static CSharpAnalyzerTest<FirstLineAnalyzer, DefaultVerifier> CreateFirstLineTest(TestBehaviors behaviors) => new()
    {
        TestCode = "[||]class C;",
        TestBehaviors = behaviors,
    };
}
