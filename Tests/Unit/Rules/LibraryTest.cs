using System.Threading.Tasks;
using Devmap.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Devmap.Tests.Unit.Rules;

/// <summary>Code that uses the library, checked by all flow rules: what is marked is reported, and nothing else.</summary>
internal static class LibraryTest
{
    /// <inheritdoc cref="LibraryTest{TAnalyzer}.VerifyAsync"/>
    public static Task VerifyAsync(string members, string? option = null) => LibraryTest<ReferenceCountAnalyzer>.VerifyAsync(members, option);

    /// <inheritdoc cref="LibraryTest{TAnalyzer}.VerifyTypesAsync"/>
    public static Task VerifyTypesAsync(string types, string? option = null) => LibraryTest<ReferenceCountAnalyzer>.VerifyTypesAsync(types, option);
}

/// <summary>The same for another analyzer.</summary>
internal sealed class LibraryTest<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using Devmap;
        using Devmap.Contracts;

        """;

    private LibraryTest(string source, string? option)
    {
        TestCode = Usings + source;
        TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(Page).Assembly.Location));
        if (option is not null)
        {
            TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\n" + option + "\n"));
        }
    }

    /// <summary>Checks members of a class, with one option, <c>key = value</c>.</summary>
    public static Task VerifyAsync(string members, string? option = null) =>
        new LibraryTest<TAnalyzer>("public class C\n{\n" + members + "\n}\n", option).RunAsync();

    /// <summary>A test of members of a class, of which more is expected than what is marked.</summary>
    public static LibraryTest<TAnalyzer> Of(string members) => new("public class C\n{\n" + members + "\n}\n", option: null);

    /// <summary>Checks whole types.</summary>
    public static Task VerifyTypesAsync(string types, string? option = null) => new LibraryTest<TAnalyzer>(types, option).RunAsync();

    protected override CompilationOptions CreateCompilationOptions() =>
        ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithNullableContextOptions(NullableContextOptions.Annotations);
}
