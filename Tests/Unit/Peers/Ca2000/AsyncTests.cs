using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Peers.Ca2000;

/// <summary>Ownership across <c>await</c>, and inside tasks.</summary>
public sealed class AsyncTests
{
    /// <summary>The awaited result is owned, whatever stands between it and its call.</summary>
    [Fact]
    public Task Awaited_result() => CountedCode.VerifyMembersAsync("""
        public static async Task Clean()
        {
            var x = await Pool.FindAsync(1).ConfigureAwait(false);
            if (x is null) return;
            await Task.Yield();
            x.Put();
        }
        public static async Task Faulty()
        {
            var x = await {|DVM2001:Pool.FindAsync(1)|}.ConfigureAwait(false);
            if (x is null) return;
            await Task.Yield();
            x.Read();
        }
        """);

    /// <summary>Returned inside a task: the caller's. The peers report it.</summary>
    [Fact]
    public Task Returned_in_a_task() => CountedCode.VerifyMembersAsync("""
        [return: AcquiresRef] public static Task<Item> Clean() => Task.FromResult(Pool.Take());
        [return: AcquiresRef] public static async Task<Item> Awaiting() { await Task.Yield(); return Pool.Take(); }
        public static async Task Faulty()
        {
            var x = await {|DVM2001:Awaiting()|};
            x.Read();
        }
        """);

    /// <summary>The answer of a conditional acquire is awaited before it is asked.</summary>
    [Fact]
    public Task Awaited_answer() => CountedCode.VerifyMembersAsync("""
        public static async Task Clean(Item lent)
        {
            if (!await lent.TryGetAsync()) return;
            lent.Put();
        }
        public static async Task Faulty(Item lent)
        {
            await {|DVM2005:lent.TryGetAsync()|};
            lent.Put();
        }
        """);

    /// <summary>A task is waited for later, under its name.</summary>
    [Fact]
    public Task Awaited_later() => CountedCode.VerifyMembersAsync("""
        public static async Task Clean()
        {
            var task = Pool.FindAsync(1);
            Pool.Check(true);
            var x = await task;
            x?.Put();
        }
        public static async Task Faulty()
        {
            var task = {|DVM2001:Pool.FindAsync(1)|};
            Pool.Check(true);
            var x = await task;
            x?.Read();
        }
        """);

    /// <summary>Given up in a finally around an await.</summary>
    [Fact]
    public Task Finally_around_an_await() => CountedCode.VerifyMembersAsync("""
        public static async Task<int> Clean(Item lent)
        {
            lent.Get();
            try { await Task.Yield(); return lent.Read(); }
            finally { lent.Put(); }
        }
        public static async Task<int> Faulty(Item lent)
        {
            {|DVM2001:lent.Get()|};
            try { await Task.Yield(); }
            catch (InvalidOperationException) { return 0; }
            lent.Put();
            return 1;
        }
        """);
}
