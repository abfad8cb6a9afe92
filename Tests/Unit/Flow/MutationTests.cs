using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Code as it is while somebody types: whatever is missing of it, the analyzer does not fail.</summary>
public sealed class MutationTests
{
    private const int MutantsOfEach = 100;

    private const string Straight = """
        using System; using System.Collections.Generic; using System.Threading.Tasks; using Devmap.Contracts;
        public class C
        {
            [OwnedRef] private Item _owned;
            public int Both(Item lent, bool a, int n)
            {
                if (!lent.TryGet()) return 0;
                bool ok = a && lent.TryPin();
                try { for (int i = 0; i < n; i++) { lent.Get(); lent.Read(); lent.Put(); } return lent.Read(); }
                catch (InvalidOperationException e) when (e.Message.Length > 0) { throw; }
                finally { if (ok) lent.Unpin(); lent.Put(); }
            }
            public void Swap() { var old = _owned; _owned = Pool.Take(); old?.Put(); }
        }
        """;

    private const string Twisted = """
        using System; using System.Collections.Generic; using System.Threading.Tasks; using Devmap.Contracts;
        public class C<T> where T : class
        {
            public async Task<Item> Find(int n, Func<Item, T> map)
            {
                var x = await Pool.FindAsync(n).ConfigureAwait(false) ?? throw new Exception();
                var (y, z) = (x, n switch { 0 => Pool.Take(), > 3 when n < 7 => null, _ => Pool.Find(1) });
                if (z is { IsAlive: true } w) { w.Put(); } else { z?.Put(); }
                Action done = () => y.Put();
                void Local([ReleasesRef] Item i) { i.Read(); i.Put(); }
                foreach (var k in new[] { 1, 2 }) { if (k == n) continue; Local(Pool.Take()); }
                await using (new System.IO.MemoryStream()) { done(); }
                return Pool.TryTake(out var t) ? t : null;
            }
        }
        """;

    private const string Old = """
        using System; using System.Collections.Generic; using Devmap.Contracts;
        public static class C
        {
            public static IEnumerable<int> Walk(IEnumerable<Item> items, Item[] many)
            {
                foreach (var item in items) { lock (many) { item.Get(); } try { yield return item.Read(); } finally { item.Put(); } }
                int i = 0;
                again: switch (many[i].GetStatus()) { case Status.Ok: many[i].Put(); break; case Status.Busy: goto again; default: yield break; }
                do { Item x = Pool.Find(i); if (x == null) break; Pool.Give(x); x = null; } while (++i < many.Length);
            }
            public static Item operator_(ref Item a, out Item b) { b = a; a = null; using var s = new System.IO.MemoryStream(); return b ??= Pool.Take(); }
        }
        """;

    public static TheoryData<string, string> Sources => new() { { nameof(Straight), Straight }, { nameof(Twisted), Twisted }, { nameof(Old), Old } };

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Changed_tokens_crash_nothing(string name, string source)
    {
        foreach (string mutant in Mutants.Of(source, name.Length * 7919, MutantsOfEach))
        {
            await Mutants.CheckAsync(Mutants.Counted, mutant);
        }
    }
}
