using System;
using System.Threading.Tasks;
using Devmap.Tests.Unit.VerificationTests.Toys;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using Verify = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<
    Devmap.Tests.Unit.VerificationTests.Toys.PairAnalyzer,
    Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Devmap.Tests.Unit.VerificationTests;

/// <summary>Additional locations, and analyzers with several rules.</summary>
public sealed class LocationsTests
{
    private const string Source = "class {|#0:C|} { int {|#1:a|}; int {|#2:b|}; }";

    [Fact]
    public Task Additional_locations_are_compared() =>
        Verify.VerifyAnalyzerAsync(Source, Verify.Diagnostic(PairAnalyzer.Rule).WithLocation(0).WithLocation(1).WithLocation(2));

    [Fact]
    public Task Additional_locations_can_be_ignored() => Verify.VerifyAnalyzerAsync(
        Source,
        Verify.Diagnostic("TOY003").WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));

    [Fact]
    public Task Markup_says_nothing_of_additional_locations() => Verify.VerifyAnalyzerAsync("class {|TOY003:C|} { int a; int b; }");

    [Fact]
    public Task Expected_diagnostic_can_be_checked_further() => VerifierAssert.FailsAsync(
        () => new CSharpAnalyzerTest<PairAnalyzer, DefaultVerifier>
        {
            TestCode = "class {|TOY003:C|} { int a; int b; }",
            DiagnosticVerifier = (actual, expected, verifier) => verifier.Equal(3, actual.AdditionalLocations.Count, expected.Id),
        }.RunAsync(),
        "TOY003");

    [Fact]
    public Task Missing_additional_location_fails() => VerifierAssert.FailsAsync(
        () => Verify.VerifyAnalyzerAsync(Source, Verify.Diagnostic("TOY003").WithLocation(0).WithLocation(1)),
        "expected 1 additional locations, found 2");

    [Fact]
    public Task Additional_locations_in_another_order_fail() => VerifierAssert.FailsAsync(
        () => Verify.VerifyAnalyzerAsync(Source, Verify.Diagnostic("TOY003").WithLocation(0).WithLocation(2).WithLocation(1)),
        "found an additional location at /0/Test0.cs(1,15)-(1,16)");

    [Fact]
    public Task Location_that_no_markup_has_fails() => VerifierAssert.FailsAsync(
        () => Verify.VerifyAnalyzerAsync(Source, Verify.Diagnostic("TOY003").WithLocation(7)),
        "{|#7:...|}");

    [Fact]
    public Task Diagnostic_without_location_is_not_one_with_a_location() => VerifierAssert.FailsAsync(
        () => Verify.VerifyAnalyzerAsync(Source, Verify.Diagnostic("TOY003")),
        "expected no location");

    [Fact]
    public Task Brackets_without_id_need_a_single_rule() => VerifierAssert.FailsAsync(
        () => Verify.VerifyAnalyzerAsync("class [|C|] { int a; int b; }"),
        "write '{|ID:...|}'");

    [Fact]
    public Task Brackets_without_id_can_mean_the_first_rule() => new CSharpAnalyzerTest<PairAnalyzer, DefaultVerifier>
    {
        TestCode = "class [|C|] { int a; int b; }",
        MarkupOptions = MarkupOptions.UseFirstDescriptor,
    }.RunAsync();

    [Fact]
    public void Diagnostic_without_id_needs_a_single_rule() =>
        Assert.Contains("2 rules", Assert.Throws<InvalidOperationException>(() => Verify.Diagnostic()).Message, StringComparison.Ordinal);

    [Fact]
    public void Diagnostic_of_another_analyzer_fails() =>
        Assert.Contains("TOY009", Assert.Throws<InvalidOperationException>(() => Verify.Diagnostic("TOY009")).Message, StringComparison.Ordinal);
}
