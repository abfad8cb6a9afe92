using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.Tests.Unit.Contracts;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Devmap.Tests.Unit.Flow;

/// <summary>A small library with reference counts, and a way to check code that uses it.</summary>
internal static class CountedCode
{
    /// <summary>
    /// <c>Item</c> is counted in two kinds, <c>ref</c> and <c>pin</c>, and has an acquire for every answer that a
    /// conditional acquire may give; <c>Pool</c> hands items out and takes them back.
    /// </summary>
    public const string Library = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Diagnostics.CodeAnalysis;
        using System.Threading.Tasks;
        using Devmap.Contracts;

        public enum Status { Ok, Busy, Gone }

        [TrustedContract]
        public sealed class Item
        {
            [AcquiresRef] public Item() { }
            public string? Name { get; set; }
            public bool IsAlive => true;
            [AcquiresRef] public void Get() { }
            [AcquiresRef(When = When.True)] public bool TryGet() => false;
            [AcquiresRef(When = When.False)] public bool IsGone() => true;
            [AcquiresRef(When = When.Zero)] public int GetOrErrno() => 5;
            [AcquiresRef(When = When.NonZero)] public int GetIfLive() => 0;
            [AcquiresRef(When = When.Positive)] public int GetCount() => 0;
            [AcquiresRef(When = When.NonNegative)] public int GetSlot() => 0;
            [AcquiresRef(When = When.Zero)] public Status GetStatus() => Status.Gone;
            [AcquiresRef(When = When.True)] public Task<bool> TryGetAsync() => Task.FromResult(false);
            [AcquiresRef] public Task GetAsync() => Task.CompletedTask;
            [ReleasesRef] public void Put() { }
            [ReleasesRef(Idempotent = true)] public void Close() { }
            [RequiresRef] public int Read() => 0;
            [AcquiresRef(Kind = "pin")] public void Pin() { }
            [AcquiresRef(Kind = "pin", When = When.True)] public bool TryPin() => false;
            [ReleasesRef(Kind = "pin")] public void Unpin() { }
        }

        [TrustedContract]
        public static class Pool
        {
            public static int Free;
            [return: AcquiresRef] public static Item Take() => new Item();
            [return: AcquiresRef(When = When.NotNull)] public static Item? Find(int key) => null;
            [return: AcquiresRef(When = When.NotNull)] public static Task<Item?> FindAsync(int key) => Task.FromResult<Item?>(null);
            [return: UncountedRef] public static Item? Peek(int key) => null;
            public static bool TryTake([AcquiresRef(When = When.True)] [NotNullWhen(true)] out Item? item) { item = null; return false; }
            public static void Give([ReleasesRef] Item? item) { }
            public static void Lend([RequiresRef] Item item) { }
            public static void Check(bool condition) { }
            [DoesNotReturn] public static void Fail() => throw new InvalidOperationException();
        }
        """;

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Devmap.Contracts;

        """;

    /// <summary>Checks statements that are the body of a public method.</summary>
    public static Task VerifyBodyAsync(string statements) =>
        VerifyMembersAsync("public void M(Item lent, bool a, bool b, int n, Item[] many) {\n" + statements + "\n}");

    /// <summary>Checks members of a public class.</summary>
    public static Task VerifyMembersAsync(string members) => VerifyAsync("public class C {\n" + members + "\n}");

    /// <summary>Checks a file.</summary>
    public static Task VerifyAsync(string source) => Test(Usings + source).RunAsync();

    /// <summary>A test of a file that stands as it is, with the library beside it.</summary>
    public static CSharpAnalyzerTest<ReferenceCountAnalyzer, DefaultVerifier> Test(string source) => new()
    {
        TestState = { Sources = { source, ("/0/Library.cs", Library), ("/0/Contracts.cs", ContractAttributes.Source) } },
        TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck,
    };
}
