using System.Threading.Tasks;
using Devmap.Tests.Unit.VerificationTests.Toys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Devmap.Tests.Unit.VerificationTests;

/// <summary>What a test project consists of besides one source file.</summary>
public sealed class ProjectsTests
{
    [Fact]
    public Task Several_sources() => new CSharpAnalyzerTest<BadNameAnalyzer, DefaultVerifier>
    {
        TestState =
        {
            Sources = { "partial class C { int [|bad|]; }", ("/0/More.cs", "partial class C { int {|#0:bad2|}; }") },
            ExpectedDiagnostics = { new DiagnosticResult(BadNameAnalyzer.Rule).WithLocation(0).WithArguments("field", "bad2") },
        },
    }.RunAsync();

    [Fact]
    public Task Path_in_a_location() => new CSharpAnalyzerTest<BadNameAnalyzer, DefaultVerifier>
    {
        TestState =
        {
            Sources = { "class C;", "class D { int bad; }" },
            ExpectedDiagnostics =
            {
                new DiagnosticResult("TOY001", DiagnosticSeverity.Warning).WithSpan("/0/Test1.cs", 1, 15, 1, 18),
            },
        },
    }.RunAsync();

    [Fact]
    public Task Wrong_path_in_a_location_fails() => VerifierAssert.FailsAsync(
        () => new CSharpAnalyzerTest<BadNameAnalyzer, DefaultVerifier>
        {
            TestState =
            {
                Sources = { "class C;", "class D { int bad; }" },
                ExpectedDiagnostics = { new DiagnosticResult("TOY001", DiagnosticSeverity.Warning).WithLocation(1, 15) },
            },
        }.RunAsync(),
        "found at /0/Test1.cs(1,15)");

    [Fact]
    public Task Additional_file_with_markup() => new CSharpAnalyzerTest<WordListAnalyzer, DefaultVerifier>
    {
        TestState =
        {
            Sources = { "class C;" },
            AdditionalFiles = { ("/0/Words.txt", "C\n[|D|]\n{|#0:E|}") },
            ExpectedDiagnostics = { new DiagnosticResult(WordListAnalyzer.Rule).WithLocation(0).WithArguments("E") },
        },
    }.RunAsync();

    [Fact]
    public Task Options_of_an_editorconfig() => new CSharpAnalyzerTest<WordListAnalyzer, DefaultVerifier>
    {
        TestState =
        {
            Sources = { "class C;" },
            AdditionalFiles = { ("/0/Words.txt", "D") },
            AnalyzerConfigFiles = { ("/.editorconfig", "root = true\n[*.cs]\ntoys.words = off\n") },
        },
    }.RunAsync();

    [Fact]
    public Task Severity_in_an_editorconfig() => new CSharpAnalyzerTest<BadNameAnalyzer, DefaultVerifier>
    {
        TestState =
        {
            Sources = { "class C { int {|#0:bad|}; }" },
            AnalyzerConfigFiles = { ("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.TOY001.severity = error\n") },
            ExpectedDiagnostics = { DiagnosticResult.CompilerError("TOY001").WithLocation(0) },
        },
    }.RunAsync();

    [Fact]
    public Task Reference_to_an_assembly_even_twice() => new CSharpAnalyzerTest<BadNameAnalyzer, DefaultVerifier>
    {
        TestState =
        {
            Sources = { "class C { Xunit.FactAttribute [|bad|]; }" },
            AdditionalReferences = { typeof(FactAttribute).Assembly, typeof(FactAttribute).Assembly },
        },
    }.RunAsync();

    [Fact]
    public Task Reference_to_another_project() => new CSharpAnalyzerTest<BadNameAnalyzer, DefaultVerifier>
    {
        TestState =
        {
            Sources = { "class C { Library [|bad|]; }" },
            AdditionalProjects = { ["Other"] = { Sources = { "public class Library { int [|bad|]; }" } } },
            AdditionalProjectReferences = { "Other" },
        },
    }.RunAsync();

    [Fact]
    public Task Program_with_top_level_statements() => new CSharpAnalyzerTest<BadNameAnalyzer, DefaultVerifier>
    {
        TestState =
        {
            Sources = { "System.Console.WriteLine(new C()); class C { int [|bad|]; }" },
            OutputKind = OutputKind.ConsoleApplication,
        },
    }.RunAsync();

    [Fact]
    public Task Transformed_solution() => new CSharpAnalyzerTest<BadNameAnalyzer, DefaultVerifier>
    {
        TestCode = """
            class C
            {
            #if FEATURE
                int [|bad|];
            #endif
            }
            """,
        SolutionTransforms =
        {
            (solution, id) => solution.WithProjectParseOptions(id, new CSharpParseOptions(preprocessorSymbols: ["FEATURE"])),
        },
    }.RunAsync();

    [Fact]
    public Task Newest_language_and_framework() => new CSharpAnalyzerTest<BadNameAnalyzer, DefaultVerifier>
    {
        ReferenceAssemblies = ReferenceAssemblies.Net.Net80,
        TestCode = """
            #nullable enable
            using System.Collections.Generic;
            record struct R(List<int> Items) { public string? Name { get => field; set => field = value; } }
            """,
    }.RunAsync();
}
