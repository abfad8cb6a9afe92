using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Ownership;

/// <summary>Loops that give up every element of an owned collection, and loops that do not.</summary>
public sealed class EmptiedCollectionTests
{
    [Theory]
    [InlineData("foreach (var x in _list) x.Put(); _list.Clear();")]
    [InlineData("foreach (var x in _list) x?.Put(); _list.Clear();")]
    [InlineData("for (int i = 0; i < _list.Count; i++) _list[i].Put(); _list.Clear();")]
    [InlineData("foreach (var x in _map.Values) x.Put(); _map.Clear();")]
    [InlineData("foreach (var pair in _map) pair.Value.Put(); _map.Clear();")]
    [InlineData("foreach (var (key, x) in _map) x.Put(); _map.Clear();")]
    [InlineData("foreach (var key in _map.Keys) _map[key].Put(); _map.Clear();")]
    [InlineData("while (_queue.Count > 0) _queue.Dequeue().Put(); _queue.Clear();")]
    [InlineData("while (_queue.TryDequeue(out var x)) x.Put(); _queue.Clear();")]
    [InlineData("for (int i = 0; i < _array.Length; i++) { _array[i]?.Put(); _array[i] = null; }")]
    [InlineData("foreach (var x in _array) x?.Put();")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("{|DVM2001:_list.Clear()|};")]
    [InlineData("foreach (var x in _list) x.Read(); {|DVM2001:_list.Clear()|};")]
    [InlineData("foreach (var x in _list) { if (x.Read() > 3) x.Put(); } {|DVM2001:_list.Clear()|};")]
    [InlineData("foreach (var x in _list) { if (n > 3) break; x.Put(); } {|DVM2001:_list.Clear()|};")]
    [InlineData("foreach (var x in _list) x.Put(); _list.Clear(); _list.Add(Pool.Take()); {|DVM2001:_list.Clear()|};")]
    [InlineData("while ({|DVM2001:_queue.TryDequeue(out var x)|}) x.Read();")]
    [InlineData("{|DVM2001:_other = new List<Item>()|};")]
    public Task Faulty(string body) => VerifyAsync(body);

    /// <summary>Whether all are gone cannot be told.</summary>
    [Theory]
    [InlineData("_list.ForEach(x => x.Put()); _list.Clear();")]
    [InlineData("foreach (var x in _list.ToArray()) x.Put(); _list.Clear();")]
    [InlineData("var copy = _list.ToList(); _list.Clear(); foreach (var x in copy) x.Put();")]
    [InlineData("if (_list.Count == 0) return; Release(_list); _list.Clear();")]
    [InlineData("if (_list.Count > 1) _list.Clear();")]
    [InlineData("var old = _other; _other = new List<Item>(); foreach (var x in old) x.Put();")]
    public Task Silent(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("foreach (var x in _l) x.Put(); _l.Clear();", "Dispose")]
    [InlineData("{|DVM2007:_l.Clear()|};", "Dispose")]
    [InlineData("foreach (var x in _l) x.Read();", "{|DVM2007:Dispose|}")]
    [InlineData("foreach (var x in _l) { if (x.Read() > 3) {|DVM2007:break;|} x.Put(); }", "Dispose")]
    public Task In_the_release_of_the_type(string body, string name) => CountedCode.VerifyAsync(
        "public class C : IDisposable { [OwnedRef] private readonly List<Item> _l = new(); public void " + name + "() { " + body + " } }");

    private static Task VerifyAsync(string body) => CountedCode.VerifyMembersAsync(
        """
        [OwnedRef] private readonly List<Item> _list = new(); [OwnedRef] private readonly Queue<Item> _queue = new();
        [OwnedRef] private readonly Dictionary<int, Item> _map = new(); [OwnedRef] private readonly Item[] _array = new Item[4];
        [OwnedRef] private List<Item> _other = new(); private static void Release(IEnumerable<Item> items) { }
        [TrustedContract, ReleasesRef(Kind = "dispose")] public void End() { }

        """ + "public void M(Item lent, int n) {\n" + body + "\n}");
}
