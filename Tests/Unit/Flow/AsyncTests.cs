using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>The effect of an asynchronous acquire comes with the await of its answer.</summary>
public sealed class AsyncTests
{
    [Theory]
    [InlineData("if (!await lent.TryGetAsync()) return; lent.Put();")]
    [InlineData("bool ok = await lent.TryGetAsync(); if (ok) lent.Put();")]
    [InlineData("if (await lent.TryGetAsync().ConfigureAwait(false)) { await Task.Yield(); lent.Put(); }")]
    [InlineData("var task = lent.TryGetAsync(); await Task.Yield(); if (await task) lent.Put();")]
    [InlineData("var ok = a && await lent.TryGetAsync(); if (ok) lent.Put();")]
    [InlineData("await lent.GetAsync(); lent.Put();")]
    [InlineData("var x = Pool.Take(); try { await Task.Delay(1); } finally { x.Put(); }")]
    [InlineData("await foreach (var i in Numbers()) { var x = Pool.Take(); if (i > 3) { x.Put(); break; } x.Put(); }")]
    [InlineData("if (await Pool.FindAsync(n) is not { } x) return; await Task.Yield(); x.Put();")]
    [InlineData("switch (await lent.TryGetAsync()) { case true: lent.Put(); break; }")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("if (!await {|DVM2001:lent.TryGetAsync()|}) return; await Task.Yield();")]
    [InlineData("await {|DVM2005:lent.TryGetAsync()|}; lent.Put();")]
    [InlineData("bool ok = await {|DVM2001:lent.TryGetAsync()|}; if (!ok) return;")]
    [InlineData("await {|DVM2001:lent.GetAsync()|};")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; await Task.Yield(); if (a) return; x.Put();")]
    [InlineData("var x = Pool.Take(); x.Put(); await Task.Yield(); {|DVM2003:x.Read()|};")]
    [InlineData("var x = await {|DVM2001:Pool.FindAsync(n)|}; x?.Read();")]
    [InlineData("await foreach (var i in Numbers()) { var x = {|DVM2001:Pool.Take()|}; if (i > 3) break; x.Put(); }")]
    public Task Faulty(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => CountedCode.VerifyMembersAsync(
        "private async IAsyncEnumerable<int> Numbers() { await Task.Yield(); yield return 1; }\n"
        + "public async Task M(Item lent, bool a, int n) { await Task.Yield();\n" + body + "\n}");
}
