using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>What is stored while an object is being made: initializers, constructor arguments, <c>with</c>, base calls.</summary>
public sealed class ObjectCreationTests
{
    private const string World = """

        public class Bag { public Bag() { } public Bag([ReleasesRef] Item item) { Pool.Give(item); } public Item One; public Item Two { get; set; } public List<Item> All { get; } = new(); public Bag Inner { get; set; } }
        public record Note(Item Item, int N);
        public class Sub : Bag { public Sub() : base(Pool.Take()) { } public Sub(int n) : base(n > 0 ? Pool.Take() : null) { } }
        """;

    [Theory]
    [InlineData("var b = new Bag { One = Pool.Take(), Two = Pool.Take() };")]
    [InlineData("var b = new Bag { All = { Pool.Take(), Pool.Take() } };")]
    [InlineData("var b = new Bag { Inner = new Bag { One = Pool.Take() } };")]
    [InlineData("var b = new Bag(Pool.Take());")]
    [InlineData("var x = Pool.Take(); var b = new Bag(x) { One = null };")]
    [InlineData("var note = new Note(Pool.Take(), 1); var other = note with { Item = Pool.Take() };")]
    [InlineData("var list = new List<Item> { Pool.Take(), Pool.Take() };")]
    [InlineData("var map = new Dictionary<int, Item> { [1] = Pool.Take() };")]
    [InlineData("Item[] all = [Pool.Take(), .. many, Pool.Take()];")]
    [InlineData("var x = new Item { Name = \"a\" }; x.Put();")]
    [InlineData("var x = new Item() { Name = lent.Name }; using (new System.IO.MemoryStream()) { x.Put(); }")]
    [InlineData("Item x = new() { Name = \"a\" }; x.Put();")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var x = {|DVM2001:new Item { Name = \"a\" }|};")]
    [InlineData("Item x = {|DVM2001:new() { Name = \"a\" }|};")]
    [InlineData("var x = Pool.Take(); var b = new Bag(x); {|DVM2002:x.Put()|};")]
    [InlineData("var x = Pool.Take(); var b = new Bag(x); {|DVM2003:x.Read()|};")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; var b = new Bag { One = a ? x : null };")]
    [InlineData("var b = new Bag { All = { Capacity = {|DVM2001:Pool.Take()|}.Read() } };")]
    public Task Faulty(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => CountedCode.VerifyAsync(
        "public class C { public void M(Item lent, bool a, Item[] many) {\n" + body + "\n} }" + World);
}
