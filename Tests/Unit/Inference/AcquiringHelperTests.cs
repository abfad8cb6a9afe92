using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Inference;

/// <summary>Helpers that take a reference for their caller, always or when they say so.</summary>
public sealed class AcquiringHelperTests
{
    private const string Helpers = """
        private static Item Make() => Pool.Take();
        private static Item MakeDeeper() { var x = Make(); x.Read(); return x; }
        private static Item Maybe(int n) => n > 1 ? Pool.Find(n) : null;
        private static bool TryMake(int n, out Item item) { item = Maybe(n); return item != null; }
        private static Item Same(Item item) => item;
        private static Item Peek(int n) => Pool.Peek(n);
        private static void Hold(Item item) => item.Get();
        private static bool TryHold(Item item) => item.TryGet();
        private static bool TryHoldAloud(Item item) { if (!TryHold(item)) { Console.WriteLine(item); return false; } return true; }
        private static int HoldOrErrno(Item item) { if (!item.TryGet()) return -5; return 0; }
        private static void HoldIf(Item item, ref bool held) { held = item.TryGet(); }
        private static async Task<Item> MakeAsync() { await Task.Yield(); return Pool.Take(); }
        private static Item Either(bool first, Item other) => first ? Pool.Take() : other;
        private static T Through<T>(T value) => value;
        private Item Current => Pool.Take();

        """;

    [Theory]
    [InlineData("Make().Put();")]
    [InlineData("var x = MakeDeeper(); x.Put();")]
    [InlineData("var x = Maybe(n); if (x == null) return; x.Put();")]
    [InlineData("Maybe(n)?.Put();")]
    [InlineData("if (TryMake(n, out var x)) x.Put();")]
    [InlineData("if (!TryMake(n, out var x)) return; x.Put();")]
    [InlineData("var x = Same(Pool.Take()); x.Put();")]
    [InlineData("Hold(lent); lent.Put();")]
    [InlineData("if (TryHoldAloud(lent)) lent.Put();")]
    [InlineData("var errno = HoldOrErrno(lent); if (errno != 0) return; lent.Put();")]
    [InlineData("bool held = false; HoldIf(lent, ref held); if (held) lent.Put();")]
    [InlineData("var x = Through(Pool.Take()); x.Put();")]
    [InlineData("var x = Current; x.Put();")]
    public Task Clean(string body) => InferredCode.VerifyAsync(Helpers, body);

    [Theory]
    [InlineData("var x = {|DVM2001:Make()|};")]
    [InlineData("var x = {|DVM2001:MakeDeeper()|}; if (a) x.Put();")]
    [InlineData("var x = {|DVM2001:Maybe(n)|}; if (a) x?.Put();")]
    [InlineData("if ({|DVM2001:TryMake(n, out var x)|}) x.Read();")]
    [InlineData("{|DVM2001:Make()|}.Read();")]
    [InlineData("var x = {|DVM2005:Maybe(n)|}; x.Put();")]
    [InlineData("var x = Same({|DVM2001:Pool.Take()|});")]
    [InlineData("{|DVM2001:Hold(lent)|};")]
    [InlineData("if ({|DVM2001:TryHoldAloud(lent)|}) return; {|DVM2002:lent.Put()|};")]
    [InlineData("var errno = {|DVM2001:HoldOrErrno(lent)|}; if (errno != 0) return;")]
    [InlineData("var x = Through({|DVM2001:Pool.Take()|});")]
    [InlineData("var x = {|DVM2001:Current|};")]
    public Task Faulty(string body) => InferredCode.VerifyAsync(Helpers, body);

    [Fact]
    public Task AwaitedResult() => Flow.CountedCode.VerifyMembersAsync(Helpers + """
        public async Task Clean() { var x = await MakeAsync(); x.Put(); }
        public async Task Faulty() { var x = await {|DVM2001:MakeAsync()|}; x.Read(); }
        """);

    // Ours on one path, the caller's on the other.
    [Theory]
    [InlineData("var x = Either(a, lent);")]
    [InlineData("var x = Either(a, lent); if (x != lent) x.Put();")]
    public Task Silent(string body) => InferredCode.VerifyAsync(Helpers, body);
}
