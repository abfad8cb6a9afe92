using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Where an object goes that others may then give up: the claim of this body on it ends there, silently.</summary>
public sealed class OwnershipLeavesTests
{
    private const string World = """
        private Item _field; private static Item s_static; public Item Property { get; set; } private Item[] _array = new Item[3];
        private readonly List<Item> _list = new(); private readonly Dictionary<int, Item> _map = new(); public event Action Changed;
        public sealed class Holder { public Holder(Item item) { Inner = item; } public Holder() { } public Item Inner { get; set; } public Item this[int i] { set { } } }
        public record Pair(Item Left, Item Right);
        private void Use(Action action) { } private static object s_kept; private void Keep(object o) { s_kept = o; }

        """;

    [Theory]
    [InlineData("Item M() => Pool.Take();")]
    [InlineData("Item M() { var x = Pool.Take(); return x; }")]
    [InlineData("Item M(bool a) { var x = Pool.Find(1); if (x == null || a) { x?.Put(); return null; } return x; }")]
    [InlineData("object M() => Pool.Take();")]
    [InlineData("(Item, int) M() { var x = Pool.Take(); return (x, 1); }")]
    [InlineData("Item[] M() => new[] { Pool.Take() };")]
    [InlineData("List<Item> M() => [Pool.Take()];")]
    [InlineData("object M() => new { Item = Pool.Take() };")]
    [InlineData("Pair M() => new(Pool.Take(), Pool.Take());")]
    [InlineData("void M() { _field = Pool.Take(); }")]
    [InlineData("void M() { s_static = Pool.Take(); }")]
    [InlineData("void M() { Property = Pool.Take(); }")]
    [InlineData("void M(Holder h) { h.Inner = Pool.Take(); }")]
    [InlineData("void M(Holder h) { h[2] = Pool.Take(); }")]
    [InlineData("void M() { var x = Pool.Take(); _array[0] = x; }")]
    [InlineData("void M() { _list.Add(Pool.Take()); }")]
    [InlineData("void M() { _map[3] = Pool.Take(); }")]
    [InlineData("void M() { _map.TryAdd(3, Pool.Take()); }")]
    [InlineData("void M(List<Item> items) { items.Add(Pool.Take()); }")]
    [InlineData("void M(out Item x) { x = Pool.Take(); }")]
    [InlineData("bool M(out Item x) { x = Pool.Find(1); return x != null; }")]
    [InlineData("void M(ref Item x) { x = Pool.Take(); }")]
    [InlineData("void M() { Pool.Give(Pool.Take()); }")]
    [InlineData("Holder M() => new Holder(Pool.Take());")]
    [InlineData("Holder M() => new Holder { Inner = Pool.Take() };")]
    [InlineData("Holder M() { var x = Pool.Take(); var h = new Holder { Inner = x }; return h; }")]
    [InlineData("void M() { var x = Pool.Take(); Use(() => x.Put()); }")]
    [InlineData("Action M() { var x = Pool.Take(); return () => x.Put(); }")]
    [InlineData("void M() { var x = Pool.Take(); Changed += () => x.Put(); }")]
    [InlineData("Action M() { var x = Pool.Take(); return x.Put; }")]
    [InlineData("void M() { var x = Pool.Take(); Task.Run(() => { x.Read(); x.Put(); }); }")]
    [InlineData("IEnumerable<Item> M() { yield return Pool.Take(); var x = Pool.Take(); yield return x; }")]
    [InlineData("async IAsyncEnumerable<Item> M() { await Task.Yield(); yield return Pool.Take(); }")]
    [InlineData("async Task<Item> M() { await Task.Yield(); return Pool.Take(); }")]
    [InlineData("void M() { Keep(Pool.Take()); }")]
    [InlineData("void M(dynamic d) { d.Keep(Pool.Take()); }")]
    [InlineData("void M(Action<Item> sink) { sink(Pool.Take()); }")]
    [InlineData("unsafe void M() { var x = Pool.Take(); var h = System.Runtime.InteropServices.GCHandle.Alloc(x); }")]
    public Task Silent(string member) => CountedCode.VerifyMembersAsync(World + "public " + member);

    [Theory]
    [InlineData("Item M(bool a) { var x = {|DVM2001:Pool.Take()|}; return a ? x : null; }")]
    [InlineData("(Item, int) M(bool a) { var x = {|DVM2001:Pool.Take()|}; return (a ? x : null, 1); }")]
    [InlineData("void M(bool a) { var x = {|DVM2001:Pool.Take()|}; if (a) _field = x; }")]
    [InlineData("void M(out Item x) { x = {|DVM2001:Pool.Take()|}; x = null; }")]
    [InlineData("bool M(out Item x) { var y = {|DVM2001:Pool.Take()|}; x = null; return true; }")]
    [InlineData("void M(bool a) { var x = {|DVM2001:Pool.Take()|}; if (a) _list.Add(x); }")]
    [InlineData("IEnumerable<Item> M(bool a) { var x = {|DVM2001:Pool.Take()|}; if (a) yield return x; }")]
    [InlineData("async Task<Item> M(bool a) { await Task.Yield(); var x = {|DVM2001:Pool.Take()|}; if (a) return null; return x; }")]
    [InlineData("void M() { {|DVM2001:Pool.Take()|}; }")]
    [InlineData("void M() { _ = {|DVM2001:Pool.Take()|}; }")]
    [InlineData("int M() => {|DVM2001:Pool.Take()|}.Read();")]
    [InlineData("string M() => {|DVM2001:Pool.Take()|}.Name;")]
    [InlineData("void M() { var x = Pool.Take(); Pool.Give(x); {|DVM2002:Pool.Give(x)|}; }")]
    [InlineData("void M() { var x = Pool.Take(); Pool.Give(x); Pool.Lend({|DVM2003:x|}); }")]
    [InlineData("void M() { Pool.Lend({|DVM2001:Pool.Take()|}); }")]
    [InlineData("void M() { Console.WriteLine({|DVM2001:Pool.Take()|}); }")]
    [InlineData("string M() { var x = {|DVM2001:Pool.Take()|}; return $\"{x}\"; }")]
    [InlineData("bool M() { var x = {|DVM2001:Pool.Take()|}; return x.Equals(null); }")]
    [InlineData("void M() { var x = {|DVM2001:Pool.Take()|}; GC.KeepAlive(x); }")]
    public Task Faulty(string member) => CountedCode.VerifyMembersAsync(World + "public " + member);
}
