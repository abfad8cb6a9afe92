using System.Threading.Tasks;
using Devmap.Tests.Unit.VerificationTests.Toys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using Verify = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<
    Devmap.Tests.Unit.VerificationTests.Toys.BadNameAnalyzer,
    Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Devmap.Tests.Unit.VerificationTests;

public sealed class DiagnosticsTests
{
    [Fact]
    public Task Silent_source_passes() => Verify.VerifyAnalyzerAsync("class C { int good; }");

    [Theory]
    [InlineData("class C { int [|bad|]; }")]
    [InlineData("class C { int {|TOY001:bad|}; }")]
    [InlineData("class C { int {|#0:{|TOY001:bad|}|}, {|TOY001:bad2|}; }")]
    public Task Markup_announces_diagnostics(string source) => Verify.VerifyAnalyzerAsync(source);

    [Fact]
    public Task Numbered_markup_gives_the_place() => Verify.VerifyAnalyzerAsync(
        "class C { int {|#0:bad|}; }",
        Verify.Diagnostic().WithLocation(0).WithArguments("field", "bad"));

    [Fact]
    public Task A_start_or_a_span_gives_the_place() => Verify.VerifyAnalyzerAsync(
        "class C { int bad, bad2; }",
        Verify.Diagnostic(BadNameAnalyzer.Rule).WithLocation(1, 15).WithArguments("field", "bad"),
        Verify.Diagnostic(BadNameAnalyzer.Id).WithSpan(1, 20, 1, 24).WithMessage("The field 'bad2' has a bad name"));

    [Fact]
    public Task Missing_diagnostic_fails() => VerifierAssert.FailsAsync(
        () => Verify.VerifyAnalyzerAsync("class C { int [|good|]; }"),
        "1 missing, 0 surplus",
        "^^^^ TOY001 expected, not reported");

    [Fact]
    public Task Surplus_diagnostic_fails() => VerifierAssert.FailsAsync(
        () => Verify.VerifyAnalyzerAsync("class C { int bad; }"),
        "0 missing, 1 surplus",
        "^^^ TOY001: The field 'bad' has a bad name");

    [Theory]
    [InlineData("class C { [|int|] bad; }")]
    [InlineData("class C { int [|ba|]d; }")]
    [InlineData("class C { int [|bad;|] }")]
    public Task Misplaced_diagnostic_fails(string source) => VerifierAssert.FailsAsync(
        () => Verify.VerifyAnalyzerAsync(source),
        "1 missing, 1 surplus",
        "found at /0/Test0.cs(1,15)-(1,18)");

    [Fact]
    public Task Other_id_fails() => VerifierAssert.FailsAsync(
        () => Verify.VerifyAnalyzerAsync("class C { int {|TOY002:bad|}; }"),
        "1 missing, 1 surplus");

    [Fact]
    public Task Other_arguments_fail() => VerifierAssert.FailsAsync(
        () => Verify.VerifyAnalyzerAsync(
            "class C { int {|#0:bad|}; }",
            Verify.Diagnostic().WithLocation(0).WithArguments("field", "worse")),
        "expected the message 'The field 'worse' has a bad name', found 'The field 'bad' has a bad name'");

    [Fact]
    public Task Missing_arguments_do_not_hide_a_wrong_place() => VerifierAssert.FailsAsync(
        () => Verify.VerifyAnalyzerAsync("class C { int bad; }", Verify.Diagnostic().WithLocation(1, 1)),
        "(arguments missing) The {0} '{1}' has a bad name",
        "found at /0/Test0.cs(1,15)-(1,18)");

    [Fact]
    public Task Other_severity_fails() => VerifierAssert.FailsAsync(
        () => Verify.VerifyAnalyzerAsync(
            "class C { int {|#0:bad|}; }",
            Verify.Diagnostic().WithLocation(0).WithArguments("field", "bad").WithSeverity(DiagnosticSeverity.Error)),
        "expected the severity Error, found Warning");

    [Fact]
    public Task Unexpected_compiler_error_fails() => VerifierAssert.FailsAsync(
        () => Verify.VerifyAnalyzerAsync("class C { Missing good; }"),
        "CS0246");

    [Fact]
    public Task Expected_compiler_error_passes() => Verify.VerifyAnalyzerAsync(
        "class C { {|CS0246:Missing|} good; {|#0:Lost|} also; }",
        DiagnosticResult.CompilerError("CS0246").WithLocation(0).WithArguments("Lost"));
}
