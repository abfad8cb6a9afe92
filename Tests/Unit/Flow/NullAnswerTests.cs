using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>The spellings of "if it was found" where the answer is the object itself or <see langword="null"/>.</summary>
public sealed class NullAnswerTests
{
    [Theory]
    [InlineData("var x = Pool.Find(n); if (x == null) return; x.Put();")]
    [InlineData("var x = Pool.Find(n); if (null != x) { x.Put(); }")]
    [InlineData("var x = Pool.Find(n); if (x is null) return; x.Put();")]
    [InlineData("var x = Pool.Find(n); if (x is not null) x.Put();")]
    [InlineData("if (Pool.Find(n) is { } x) x.Put();")]
    [InlineData("if (Pool.Find(n) is not { } x) return; x.Put();")]
    [InlineData("if (Pool.Find(n) is Item x) x.Put();")]
    [InlineData("if (Pool.Find(n) is Item { IsAlive: var alive } x) x.Put();")]
    [InlineData("var x = Pool.Find(n); x?.Put();")]
    [InlineData("var x = Pool.Find(n); x?.Read(); x?.Put();")]
    [InlineData("var x = Pool.Find(n) ?? Pool.Take(); x.Put();")]
    [InlineData("var x = Pool.Find(n) ?? throw new Exception(); x.Put();")]
    [InlineData("var x = Pool.Find(n); x ??= Pool.Take(); x.Put();")]
    [InlineData("var x = Pool.Find(n); if (object.ReferenceEquals(x, null)) return; x.Put();")]
    [InlineData("var x = Pool.Find(n); bool found = x != null; if (!found) return; x.Put();")]
    [InlineData("var x = Pool.Find(n); Pool.Give(x);")]
    [InlineData("var x = Pool.Find(n)!; x.Put();")]
    [InlineData("Item x; if ((x = Pool.Find(n)) == null) return; x.Put();")]
    [InlineData("var x = Pool.Find(n); switch (x) { case null: return; case { IsAlive: true }: x.Put(); break; default: x.Put(); break; }")]
    [InlineData("Pool.TryTake(out var x); if (x != null) x.Put();")]
    [InlineData("var x = Pool.Find(n); var y = x == null ? Pool.Find(n + 1) : x; y?.Put();")]
    [InlineData("var x = Pool.Find(n); if (x == null) { x = Pool.Take(); } x.Put();")]
    [InlineData("var x = await Pool.FindAsync(n); x?.Put();")]
    [InlineData("if (await Pool.FindAsync(n).ConfigureAwait(false) is { } x) x.Put();")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var x = {|DVM2001:Pool.Find(n)|}; if (x == null) return;")]
    [InlineData("var x = {|DVM2001:Pool.Find(n)|}; if (x is null) return; if (a) x.Put();")]
    [InlineData("if ({|DVM2001:Pool.Find(n)|} is { } x) x.Read();")]
    [InlineData("if ({|DVM2001:Pool.Find(n)|} is not { } x) return; x.Read();")]
    [InlineData("var x = {|DVM2001:Pool.Find(n)|}; x?.Read();")]
    [InlineData("var x = {|DVM2005:Pool.Find(n)|}; x.Read(); x.Put();")]
    [InlineData("{|DVM2005:Pool.Find(n)|}.Put();")]
    [InlineData("{|DVM2001:Pool.Find(n)|};")]
    [InlineData("_ = {|DVM2001:Pool.Find(n)|};")]
    public Task Faulty(string body) => VerifyAsync(body);

    [Fact]
    public Task Both_sources_leak() => VerifyAsync(
        "var x = {|DVM2001:Pool.Find(n)|} ?? {|DVM2001:Pool.Take()|}; if (a) x.Put();");

    private static Task VerifyAsync(string body) =>
        CountedCode.VerifyMembersAsync("public async Task M(bool a, bool b, int n) { await Task.Yield();\n" + body + "\n}");
}
