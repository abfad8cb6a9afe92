using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Rules.MissingReference;

/// <summary><c>Held</c>: the body itself must hold a reference, on the object or on the one that it is borrowed from.</summary>
public sealed class HeldTests
{
    private const string World = """

        [TrustedContract] public sealed class Handle
        {
            [AcquiresRef] public void AddRef() { }
            [AcquiresRef(When = When.True, WhenParameter = "added", ThrowsOtherwise = true)] public void AddRefOrThrow(ref bool added) { added = true; }
            [ReleasesRef] public void Release() { }
            [return: BorrowedRef] public IntPtr Number() => default;
        }
        [TrustedContract] public static class Native
        {
            public static void Use([RequiresRef(Held = true)] IntPtr number) { }
            public static void UseHandle([RequiresRef(Held = true)] Handle handle) { }
            [return: AcquiresRef] public static Handle Open() => new();
        }
        """;

    [Theory]
    [InlineData("public void M(Handle h) { h.AddRef(); Native.UseHandle(h); h.Release(); }")]
    [InlineData("public void M(Handle h) { h.AddRef(); Native.Use(h.Number()); h.Release(); }")]
    [InlineData("public void M(Handle h) { var number = h.Number(); h.AddRef(); Native.Use(number); h.Release(); }")]
    [InlineData("public void M(Handle h) { bool added = false; try { h.AddRefOrThrow(ref added); Native.Use(h.Number()); } finally { if (added) h.Release(); } }")]
    [InlineData("public void M() { var h = Native.Open(); Native.Use(h.Number()); h.Release(); }")]
    [InlineData("public void M([RequiresRef(Held = true)] Handle h) { Native.Use(h.Number()); }")]
    public Task Clean(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("public void M(Handle h) { Native.UseHandle({|DVM2009:h|}); }")]
    [InlineData("public void M(Handle h) { Native.Use({|DVM2009:h.Number()|}); }")]
    [InlineData("public void M(Handle h) { h.AddRef(); var number = h.Number(); h.Release(); Native.Use({|DVM2009:number|}); }")]
    [InlineData("public void M([RequiresRef] Handle h) { Native.Use({|DVM2009:h.Number()|}); }")]
    [InlineData("public void M([BorrowedRef] Handle h) { Native.Use({|DVM2009:h.Number()|}); }")]
    [InlineData("public void M(Handle h, bool a) { if (a) h.AddRef(); Native.Use({|DVM2009:h.Number()|}); if (a) h.Release(); }")]
    [InlineData("[BorrowedRef] readonly Handle _h; public void M() { Native.Use({|DVM2009:_h.Number()|}); }")]
    public Task Faulty(string member) => VerifyAsync(member);

    /// <summary>The callers of a private body may hold it; a field of which nothing is said, or that owns, may be held for good.</summary>
    [Theory]
    [InlineData("private void M(Handle h) { Native.Use(h.Number()); }")]
    [InlineData("internal void M(Handle h) { Native.Use(h.Number()); }")]
    [InlineData("private void M([RequiresRef] Handle h) { Native.Use(h.Number()); }")]
    [InlineData("private Handle _h; public void M() { Native.Use(_h.Number()); }")]
    [InlineData("[OwnedRef] private Handle _h; public void M() { Native.Use(_h.Number()); }")]
    [InlineData("[BorrowedRef] readonly Handle _h; private void M() { Native.Use(_h.Number()); }")]
    public Task Unknown(string member) => VerifyAsync(member);

    private static Task VerifyAsync(string member) => CountedCode.VerifyAsync("public class C {\n" + member + "\n}" + World);
}
