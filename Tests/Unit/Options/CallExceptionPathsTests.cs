using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Options;

/// <summary>
/// <c>devmap_exceptions = calls</c>: a call that may fail is a way out. Releases, counter operations and calls that are
/// known to be harmless are taken not to fail: there would be no right code.
/// </summary>
public sealed class CallExceptionPathsTests
{
    private const string Calls = "devmap_exceptions = calls";

    [Theory]
    [InlineData("Pool.Check(a); lent.Get(); lent.Put(); Pool.Check(a);")]
    [InlineData("lent.Get(); try { Pool.Check(a); } finally { lent.Put(); }")]
    [InlineData("lent.Get(); try { Pool.Check(a); } catch { lent.Put(); throw; } lent.Put();")]
    [InlineData("lent.Get(); lent.Pin(); lent.Unpin(); lent.Put();")]
    [InlineData("var x = Pool.Take(); lent.Close(); Pool.Give(x);")]
    [InlineData("lent.Get(); Console.WriteLine(n); System.Diagnostics.Debug.Assert(a); GC.KeepAlive(lent); lent.Put();")]
    [InlineData("lent.Get(); if (a) Pool.Fail(); lent.Put();")]
    [InlineData("lent.Get(); var list = new List<int>(); var o = new object(); lent.Put();")]
    [InlineData("lent.Get(); string s = $\"{n}\" + n; int i = many.Length / 2; lent.Put();")]
    [InlineData("lent.Get(); foreach (int i in new[] { 1 }) n += i; foreach (int i in new List<int>()) n += i; lent.Put();")]
    [InlineData("bool ok = lent.TryGet(); if (ok) lent.Put();")]
    [InlineData("if (!lent.TryGet()) { Pool.Check(a); return; } lent.Put();")]
    [InlineData("Pool.Give(Pool.Take()); Pool.Check(a);")]
    public Task Clean(string body) => OptionTest.VerifyBodyAsync(Calls, body);

    [Theory]
    [InlineData("{|DVM2001:lent.Get()|}; Pool.Check(a); lent.Put();")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; x.Read(); x.Put();")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; var y = Pool.Take(); y.Put(); x.Put();")]
    [InlineData("{|DVM2001:lent.Get()|}; try { Pool.Check(a); } finally { n++; } lent.Put();")]
    [InlineData("{|DVM2001:lent.Get()|}; try { Pool.Check(a); } catch (InvalidOperationException) { } lent.Put();")]
    [InlineData("bool ok = {|DVM2001:lent.TryGet()|}; Pool.Check(b); if (ok) lent.Put();")]
    [InlineData("{|DVM2001:lent.Get()|}; try { n++; } finally { Pool.Check(a); lent.Put(); }")]
    [InlineData("Pool.Lend({|DVM2001:Pool.Take()|});")]
    public Task Faulty(string body) => OptionTest.VerifyBodyAsync(Calls, body);

    [Fact]
    public Task What_is_awaited_may_fail() => OptionTest.VerifyAsync(Calls, """
        public class C
        {
            public async Task Faulty(Item item, Task task) { {|DVM2001:item.Get()|}; await task; item.Put(); }
            public async Task Clean(Item item, Task task) { item.Get(); try { await task; } finally { item.Put(); } }
        }
        """);

    [Fact]
    public Task What_was_handed_over_has_to_be_given_up_whatever_fails() => OptionTest.VerifyAsync(Calls, """
        public class C
        {
            public void Faulty([ReleasesRef] Item {|DVM2001:item|}, bool a) { Pool.Check(a); item.Put(); }
            public void Clean([ReleasesRef] Item item, bool a) { try { Pool.Check(a); } finally { item.Put(); } }
        }
        """);

    [Fact]
    public Task What_is_held_as_usual_is_told_as_usual() => Rules.MessageTest.VerifyAsync(
        OptionTest.Test(Calls, """
            public class C
            {
                public void M(Item item, bool a) { {|#0:{|#1:item.Get()|}|}; {|#2:Pool.Check(a)|}; item.Put(); }
            }
            """),
        "DVM2001",
        "The reference that 'Get' acquires on 'item' is never given up: it is still held when 'Pool.Check(a)' throws at line 7",
        "line 7: 'Get' acquires a reference on 'item'",
        "line 7: 'Pool.Check(a)' throws: it is still held, and lost");

    /// <summary>The path that returns is what the body does; it tells the story, though the call comes first.</summary>
    [Fact]
    public Task A_return_that_leaks_goes_before_a_call() => Rules.MessageTest.VerifyAsync(
        OptionTest.Test(Calls, """
            public class C
            {
                public void M(Item item, bool a)
                {
                    {|#0:{|#1:item.Get()|}|};
                    Pool.Check(a);
                    if ({|#2:a|})
                        {|#3:return;|}
                    item.Put();
                }
            }
            """),
        "DVM2001",
        "The reference that 'Get' acquires on 'item' is never given up: it is still held when the method returns at line 12, where 'a' is true",
        "line 9: 'Get' acquires a reference on 'item'",
        "line 11: 'a' is true",
        "line 12: it is still held here, and lost");
}
