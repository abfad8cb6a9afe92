using System.Threading.Tasks;
using Devmap.Tests.Unit.VerificationTests.Toys;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using Verify = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Devmap.Tests.Unit.VerificationTests.Toys.BadNameAnalyzer,
    Devmap.Tests.Unit.VerificationTests.Toys.GoodNameFix,
    Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Devmap.Tests.Unit.VerificationTests;

public sealed class CodeFixTests
{
    [Fact]
    public Task Right_fix_passes() => Verify.VerifyCodeFixAsync(
        "class C { int [|bad|]; }",
        "class C { int good; }");

    [Fact]
    public Task Several_fixes_pass() => Verify.VerifyCodeFixAsync(
        "class C { int [|bad|], [|bad2|]; int [|bad3|]; }",
        "class C { int good, good2; int good3; }");

    [Fact]
    public Task Expected_diagnostic_is_fixed() => Verify.VerifyCodeFixAsync(
        "class C { int {|#0:bad|}; }",
        Verify.Diagnostic().WithLocation(0).WithArguments("field", "bad"),
        "class C { int good; }");

    [Fact]
    public Task No_fix_passes_where_none_is_expected() => Verify.VerifyCodeFixAsync(
        "class C { int [|badForever|]; }",
        "class C { int [|badForever|]; }");

    [Fact]
    public Task Fix_of_a_compiler_warning() =>
        CSharpCodeFixVerifier<EmptyDiagnosticAnalyzer, UnusedVariableFix, DefaultVerifier>.VerifyCodeFixAsync(
            "class C { void M() { int {|CS0168:a|}; { int {|CS0168:b|}; } } }",
            "class C { void M() { { } } }");

    [Fact]
    public Task Fix_provider_that_fixes_nothing() =>
        CSharpCodeFixVerifier<BadNameAnalyzer, EmptyCodeFixProvider, DefaultVerifier>.VerifyCodeFixAsync(
            "class C { int [|bad|]; }",
            "class C { int [|bad|]; }");

    [Fact]
    public Task Other_text_fails() => VerifierAssert.FailsAsync(
        () => Verify.VerifyCodeFixAsync("class C { int [|bad|]; }", "class C { int better; }"),
        "Iterative code fix application",
        "- class C { int better; }",
        "+ class C { int good; }");

    [Fact]
    public Task Missing_fix_fails() => VerifierAssert.FailsAsync(
        () => Verify.VerifyCodeFixAsync("class C { int [|badForever|]; }", "class C { int goodForever; }"),
        "A fix is expected, but none is offered");

    [Fact]
    public Task Unexpected_fix_fails() => VerifierAssert.FailsAsync(
        () => Verify.VerifyCodeFixAsync("class C { int [|bad|]; }", "class C { int [|bad|]; }"),
        "No fix is expected, but 'Rename to 'good'' is offered");

    [Fact]
    public Task Fixed_source_is_checked_too() => VerifierAssert.FailsAsync(
        () => Verify.VerifyCodeFixAsync("class C { int [|bad|]; }", "class C { int bad; int x; }"),
        "Diagnostics of fixed state");
}
