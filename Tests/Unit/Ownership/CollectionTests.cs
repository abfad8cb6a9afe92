using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Ownership;

/// <summary>What goes into owned collections, and what comes out of them.</summary>
public sealed class CollectionTests
{
    [Theory]
    [InlineData("_list.Add(Pool.Take());")]
    [InlineData("var x = Pool.Take(); _list.Add(x); x.Read();")]
    [InlineData("lent.Get(); _list.Add(lent);")]
    [InlineData("_map[n] = Pool.Take();")]
    [InlineData("_array[n] = Pool.Take();")]
    [InlineData("var x = Pool.Take(); if (!_set.Add(x)) x.Put();")]
    [InlineData("var x = Pool.Take(); if (!_map.TryAdd(n, x)) x.Put();")]
    [InlineData("if (_queue.TryDequeue(out var x)) x.Put();")]
    [InlineData("_queue.Dequeue().Put();")]
    [InlineData("if (_map.Remove(n, out var x)) x.Put();")]
    [InlineData("if (_list.Remove(lent)) lent.Put();")]
    [InlineData("if (_map.TryGetValue(n, out var x)) x.Read();")]
    [InlineData("if (_map.TryGetValue(n, out var x)) { _map.Remove(n); x.Put(); }")]
    [InlineData("var x = _list[0]; _list.RemoveAt(0); x.Put();")]
    [InlineData("foreach (var x in _list) _queue.Enqueue(x); _list.Clear();")]
    [InlineData("var x = _queue.Dequeue(); _list.Add(x);")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("{|DVM2009:_list.Add(lent)|};")]
    [InlineData("{|DVM2009:_map[n] = lent|};")]
    [InlineData("{|DVM2009:_array[n]|} = lent;")]
    [InlineData("{|DVM2008:_list.Add(lent)|}; lent.Get();")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; _set.Add(x);")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; _map.TryAdd(n, x);")]
    [InlineData("if ({|DVM2001:_queue.TryDequeue(out var x)|}) x.Read();")]
    [InlineData("{|DVM2001:_queue.Dequeue()|};")]
    [InlineData("if ({|DVM2001:_map.Remove(n, out var x)|}) x.Read();")]
    [InlineData("{|DVM2001:_list.Remove(lent)|};")]
    [InlineData("var x = Pool.Take(); _list.Add(x); x.Put(); {|DVM2002:x.Put()|};")]
    public Task Faulty(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("into.Add(Pool.Take());")]
    [InlineData("foreach (var x in into) x.Put(); into.Clear();")]
    public Task Parameter(string body) => VerifyAsync("}\npublic void P([OwnedRef] List<Item> into, Item lent) {\n" + body);

    [Fact]
    public Task Parameter_that_gets_what_is_lent() =>
        VerifyAsync("}\npublic void P([OwnedRef] List<Item> into, Item lent) {\n{|DVM2009:into.Add(lent)|};");

    /// <summary>Whether the rented array or what is in it is owned is told by what can be released.</summary>
    [Fact]
    public Task An_array_can_be_owned_itself() => CountedCode.VerifyMembersAsync(
        """
        [TrustedContract] private static class Arrays { [return: AcquiresRef(Kind = "rent")] public static byte[] Rent() => new byte[1]; public static void Return([ReleasesRef(Kind = "rent")] byte[] array) { } }
        [OwnedRef(Kind = "rent")] private byte[] _bytes;
        public void M() { {|DVM2001:_bytes = Arrays.Rent()|}; }
        [ReleasesRef(Kind = "dispose")] public void End() { var bytes = _bytes; _bytes = null; if (bytes != null) Arrays.Return(bytes); }
        """);

    private static Task VerifyAsync(string body) => CountedCode.VerifyMembersAsync(
        """
        [OwnedRef] private readonly List<Item> _list = new(); [OwnedRef] private readonly Queue<Item> _queue = new();
        [OwnedRef] private readonly Dictionary<int, Item> _map = new(); [OwnedRef] private readonly HashSet<Item> _set = new();
        [OwnedRef] private readonly Item[] _array = new Item[4];
        [TrustedContract, ReleasesRef(Kind = "dispose")] public void End() { }

        """ + "public void M(Item lent, int n) {\n" + body + "\n}");
}
