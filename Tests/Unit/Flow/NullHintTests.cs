using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Conditional acquires whose condition only the compiler's hints about null tell.</summary>
public sealed class NullHintTests
{
    private const string Finder = """

        public static class Finder
        {
            [TrustedContract] public static bool TryFind(int key, [AcquiresRef] [NotNullWhen(true)] out Item? item) { item = null; return false; }
            [TrustedContract] public static bool IsMissing(int key, [AcquiresRef] [MaybeNullWhen(true)] out Item item) { item = null!; return true; }
            public static bool Exists([BorrowedRef] [NotNullWhen(true)] Item? item) => item != null;
            internal static bool IsThere(Item? item) => item != null;
            public static bool Lacks([BorrowedRef] [NotNullWhen(false)] Item? item) => item == null;
        }
        """;

    [Theory]
    [InlineData("if (Finder.TryFind(n, out Item? x)) x.Put();")]
    [InlineData("if (!Finder.TryFind(n, out Item? x)) return; x.Put();")]
    [InlineData("Finder.TryFind(n, out Item? x); x?.Put();")]
    [InlineData("if (Finder.IsMissing(n, out Item x)) return; x.Put();")]
    [InlineData("Item? x = Pool.Find(n); if (Finder.Exists(x)) x.Put();")]
    [InlineData("Item? x = Pool.Find(n); if (!Finder.Exists(x)) return; x.Put();")]
    [InlineData("Item? x = Pool.Find(n); if (Finder.Lacks(x)) return; x.Put();")]
    [InlineData("Item? x = Pool.Find(n); if (!Finder.IsThere(x)) return; x!.Put();")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("if ({|DVM2001:Finder.TryFind(n, out Item? x)|}) x.Read();")]
    [InlineData("if (!{|DVM2001:Finder.TryFind(n, out Item? x)|}) return; if (a) return; x.Put();")]
    [InlineData("if ({|DVM2001:Finder.IsMissing(n, out Item x)|}) return; x.Read();")]
    [InlineData("if (Finder.TryFind(n, out Item? x)) { x.Put(); {|DVM2002:x.Put()|}; }")]
    [InlineData("Item? x = {|DVM2001:Pool.Find(n)|}; if (Finder.Exists(x)) x.Read();")]
    [InlineData("Item? x = {|DVM2001:Pool.Find(n)|}; if (Finder.Lacks(x)) return; if (a) return; x.Put();")]
    [InlineData("Item? x = {|DVM2001:Pool.Find(n)|}; if (x is null || !Finder.IsThere(x)) return; x.Put();")]
    public Task Faulty(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => CountedCode.VerifyAsync(
        "using System.Diagnostics.CodeAnalysis;\n#nullable enable\npublic class C { public void M(int n, bool a) { " + body + " } }" + Finder);
}
