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
    [InlineData("var x = Pool.FindAsync(n).Result; x?.Put();")]
    [InlineData("var x = Pool.FindAsync(n).GetAwaiter().GetResult(); x?.Put();")]
    [InlineData("var x = Pool.FindAsync(n).ConfigureAwait(false).GetAwaiter().GetResult(); x?.Put();")]
    [InlineData("var x = await Pool.FindAsync(n).WaitAsync(TimeSpan.FromSeconds(1)); x?.Put();")]
    [InlineData("if (lent.TryGetAsync().Result) lent.Put();")]
    [InlineData("var task = Pool.FindAsync(n); await task; task.Result?.Put();")]
    [InlineData("var t = Pool.FindAsync(1); var u = Pool.FindAsync(2); await Task.WhenAll(t, u); (await t)?.Put(); u.Result?.Put();")]
    [InlineData("foreach (var x in await Task.WhenAll(Pool.FindAsync(1), Pool.FindAsync(2))) x?.Put();")]
    [InlineData("var x = await LeaseAsync(); x.Put();")]
    [InlineData("var x = Pool.Take(); var task = Task.Delay(n); if (task == null) return; await task; x.Put();")]
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
    [InlineData("var x = {|DVM2001:Pool.FindAsync(n)|}.Result; x?.Read();")]
    [InlineData("var x = {|DVM2001:Pool.FindAsync(n)|}.GetAwaiter().GetResult(); x?.Read();")]
    [InlineData("if ({|DVM2001:lent.TryGetAsync()|}.Result) lent.Read();")]
    [InlineData("var task = Pool.FindAsync(n); var x = await task; x?.Put(); task.Result?{|DVM2002:.Put()|};")]
    [InlineData("var x = await {|DVM2001:LeaseAsync()|}; x.Read();")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; var task = _pending; if (task == null) return; await task; x.Put();")]
    public Task Faulty(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => CountedCode.VerifyMembersAsync(
        "[return: AcquiresRef] private static ValueTask<Item> LeaseAsync() => new(Pool.Take());\n"
        + "private Task _pending;\n"
        + "private async IAsyncEnumerable<int> Numbers() { await Task.Yield(); yield return 1; }\n"
        + "public async Task M(Item lent, bool a, int n) { await Task.Yield();\n" + body + "\n}");
}
