using System;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Devmap.Tests.Unit.Rules;

/// <summary>
/// A test of one fix on what the analyzer itself reports, against the library and a <c>Pool</c> that a user could have
/// written: one by one, and Fix All in document, project and solution.
/// </summary>
internal static class RuleFixTest<TFix>
    where TFix : DevmapCodeFixProvider, new()
{
    /// <inheritdoc cref="RuleFixTest{TAnalyzer, TFix}.VerifyAsync(string, string, string)"/>
    public static Task VerifyAsync(string marked, string expected, string? key = null) =>
        RuleFixTest<ReferenceCountAnalyzer, TFix>.VerifyAsync(marked, expected, key);

    /// <inheritdoc cref="RuleFixTest{TAnalyzer, TFix}.VerifyAsync(ValueTuple{string, string}, ValueTuple{string, string}, string)"/>
    public static Task VerifyAsync((string Marked, string Expected) first, (string Marked, string Expected) second, string? key = null) =>
        RuleFixTest<ReferenceCountAnalyzer, TFix>.VerifyAsync(first, second, key);

    /// <inheritdoc cref="RuleFixTest{TAnalyzer, TFix}.VerifyNoFixAsync"/>
    public static Task VerifyNoFixAsync(string marked) => RuleFixTest<ReferenceCountAnalyzer, TFix>.VerifyNoFixAsync(marked);
}

/// <summary>The same for a rule of another analyzer.</summary>
internal sealed class RuleFixTest<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : DevmapCodeFixProvider, new()
{
    private const string Pool = """
        #nullable enable
        using Devmap;
        using Devmap.Contracts;

        public sealed class Pool
        {
            [TrustedContract]
            [return: AcquiresRef]
            public Page Take() => throw null!;

            [TrustedContract]
            [return: AcquiresRef(When = When.NotNull)]
            public Page? TryTake() => null;

            [TrustedContract]
            public void Keep([ReleasesRef] Page page) { }
        }
        """;

    private RuleFixTest(string? key)
    {
        CodeActionEquivalenceKey = key;
        TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(Page).Assembly.Location));
    }

    /// <summary>Asserts what the fix with <paramref name="key"/>, or the first one, makes of <paramref name="marked"/>.</summary>
    public static Task VerifyAsync(string marked, string expected, string? key = null)
    {
        var test = new RuleFixTest<TAnalyzer, TFix>(key) { TestCode = marked, FixedCode = expected };
        test.TestState.OutputKind = marked.StartsWith("// program", StringComparison.Ordinal) ? OutputKind.ConsoleApplication : null;
        test.TestState.Sources.Add(("Pool.cs", Pool));
        test.FixedState.Sources.Add(("Pool.cs", Pool));
        return test.RunAsync();
    }

    /// <summary>Asserts what the fix makes of two documents.</summary>
    public static Task VerifyAsync((string Marked, string Expected) first, (string Marked, string Expected) second, string? key = null)
    {
        var test = new RuleFixTest<TAnalyzer, TFix>(key) { TestCode = first.Marked, FixedCode = first.Expected };
        test.TestState.Sources.Add(second.Marked);
        test.FixedState.Sources.Add(second.Expected);
        test.TestState.Sources.Add(("Pool.cs", Pool));
        test.FixedState.Sources.Add(("Pool.cs", Pool));
        return test.RunAsync();
    }

    /// <summary>Asserts that the diagnostics of <paramref name="marked"/> are reported, and no fix is offered for them.</summary>
    public static Task VerifyNoFixAsync(string marked) => VerifyAsync(marked, marked);

    protected override CompilationOptions CreateCompilationOptions() =>
        ((CSharpCompilationOptions)base.CreateCompilationOptions())
            .WithNullableContextOptions(NullableContextOptions.Enable);
}
