using System.Linq;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Rules;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.Tests.Unit.Rules.UndescribedCounting;

/// <summary>A library that counts in many ways and says nothing of it, and what is offered to those who call it.</summary>
internal static class CountedLibrary
{
    private const string Library = """
        using System.Threading.Tasks;
        namespace Lib
        {
            public class Reader
            {
                public void IncRef() { }
                public bool TryIncRef() => true;
                public int DecRef() => 0;
                public class Page<T> { public Page<T> Retain() => this; public bool Release() => true; public Page<T> Retain(int increment) => this; public bool Release(int decrement) => true; }
            }
            public interface ICounted { void AddRef(); void ReleaseRef(); }
            public class Counted : ICounted { public virtual void AddRef() { } public void ReleaseRef() { } }
            public class Special : Counted { public override void AddRef() { } }
            public class Handle { public void DangerousAddRef(ref bool success) { } public void DangerousRelease() { } }
            public class Slow { public Task<bool> TryAddRefAsync() => null; public Task ReleaseAsync() => null; }
            public class Pinned { public void Pin() { } public void Unpin() { } }
            public class ArrayLender<T> { public T[] Rent(int length) => null; public void Return(T[] array, bool clear) { } }
            #nullable enable
            public class Manager<G> where G : class { public G? Acquire(long key) => null; public void Release(G reference) { } public bool TryIncRef(G reference) => true; public void DecRef(G reference) { } }
            #nullable restore
            public static class Util { public static T Retain<T>(this T msg) where T : class => msg; public static void SafeRelease(this object msg, int decrement) { } public static bool Release(object msg) => true; }
            public class Gate { public void Release() { } public int Get() => 0; }
            public class References { public void AddReference(object reference) { } }
            public class Odd { public void AddRef(int n, string why) { } public void AddRefs(params object[] more) { } }
        }
        """;

    /// <summary>What is reported for a statement that calls something: the lines, or nothing.</summary>
    public static Task VerifyAsync(string statement, params string[] lines)
    {
        var test = Test(statement);
        test.TestState.Sources.Add(("/0/Library.cs", Library));
        if (lines.Length > 0)
        {
            // The lines are in force as they stand: with them, nothing is left to describe.
            test.FixedState.Sources.Add(("/0/Test0.cs", InMethod(Unmarked(statement))));
            test.FixedState.Sources.Add(("/0/Library.cs", Library));
            test.FixedState.AdditionalFiles.Add(("RefContracts.txt", SourceText.From(string.Concat(lines.Select(line => line + "\n")), new System.Text.UTF8Encoding(false))));
        }

        return test.RunAsync();
    }

    /// <summary>What the fix makes of a contract file that is there.</summary>
    public static Task VerifyFileAsync(string statement, (string Path, string Text)[] before, (string Path, string Text)[] after)
    {
        var test = Test(statement);
        test.TestState.Sources.Add(("/0/Library.cs", Library));
        test.FixedState.Sources.Add(("/0/Test0.cs", InMethod(Unmarked(statement))));
        test.FixedState.Sources.Add(("/0/Library.cs", Library));
        test.TestState.AdditionalFiles.AddRange(before.Select(file => (file.Path, SourceText.From(file.Text))));
        test.FixedState.AdditionalFiles.AddRange(after.Select(file => (file.Path, SourceText.From(file.Text))));
        return test.RunAsync();
    }

    /// <summary>What is reported of leaks and the like, with the lines in force.</summary>
    public static Task VerifyRulesAsync(string statement, params string[] lines)
    {
        var test = new CSharpAnalyzerTest<ReferenceCountAnalyzer, DefaultVerifier>
        {
            TestCode = InMethod(statement),
            TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck,
        };
        test.TestState.Sources.Add(("/0/Library.cs", Library));
        test.TestState.AdditionalFiles.Add(("/0/RefContracts.txt", string.Join("\n", lines)));
        return test.RunAsync();
    }

    private static CSharpCodeFixTest<UndescribedCountingAnalyzer, UndescribedCountingFix, DefaultVerifier> Test(string statement) => new()
    {
        TestCode = InMethod(statement),
        TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck,
    };

    private static string InMethod(string statement) => "using Lib; public static class C { public static async System.Threading.Tasks.Task M(bool a, Reader reader, Reader.Page<int> page, Special special, Handle handle, Slow slow, Pinned pinned, ArrayLender<int> pool, Manager<string> manager, Gate gate, References references, Odd odd) {\n" + statement + "\nawait System.Threading.Tasks.Task.Yield(); } }";

    private static string Unmarked(string statement) => statement.Replace("{|DVM3008:", "").Replace("|}", "");
}
