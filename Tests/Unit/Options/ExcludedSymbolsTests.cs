using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Options;

/// <summary><c>devmap_excluded_types</c> and <c>devmap_excluded_members</c>: nothing is reported of what they name.</summary>
public sealed class ExcludedSymbolsTests
{
    private const string Source = """
        namespace Some.Space
        {
            [TrustedContract] public class Node<T> { [AcquiresRef] public void Get() { } [ReleasesRef] public void Put() { } }
            [TrustedContract] public sealed class Leaf : Node<int> { }
            public class C
            {
                public void M(Item item, Leaf leaf) { item.Get(); leaf.Get(); }
                public void N(Item item, Leaf leaf) { Do(() => { Pool.Take(); }); }
                private static void Do(Action action) => action();
                public int P { get { Pool.Take(); return 0; } }
            }
        }
        """;

    [Theory]
    [InlineData("devmap_excluded_types = Item, Leaf")]
    [InlineData("devmap_excluded_types = item ,  NODE ")]
    [InlineData("devmap_excluded_types = T:Item, T:Some.Space.Node`1")]
    [InlineData("devmap_excluded_types = Some.Space.Node, Item")]
    [InlineData("devmap_excluded_types = Space.Node`1, Item")]
    [InlineData("devmap_excluded_members = Get, Take")]
    [InlineData("devmap_excluded_members = Item.Get, Some.Space.Node.Get, Pool.Take")]
    [InlineData("devmap_excluded_members = M:Item.Get, M:Some.Space.Node`1.Get, M:Pool.Take")]
    [InlineData("devmap_excluded_members = C.M, C.N, C.P")]
    [InlineData("devmap_excluded_members = M:Some.Space.C.M(Item,Some.Space.Leaf), M:Some.Space.C.N(Item,Some.Space.Leaf), P:Some.Space.C.P")]
    public Task Of_what_is_named_nothing_is_reported(string option) => OptionTest.VerifyAsync(option, Source);

    [Theory]
    [InlineData("devmap_excluded_types = Ite, C, Other.Item, Put")]
    [InlineData("devmap_excluded_members = et, Leaf, Other.Get, M:Item.Put, M:C.M")]
    [InlineData("devmap_excluded_types =")]
    public Task Of_anything_else_it_is(string option) => OptionTest.VerifyAsync(option, Source
        .Replace("item.Get();", "{|DVM2001:item.Get()|};", System.StringComparison.Ordinal)
        .Replace("leaf.Get();", "{|DVM2001:leaf.Get()|};", System.StringComparison.Ordinal)
        .Replace("Pool.Take();", "{|DVM2001:Pool.Take()|};", System.StringComparison.Ordinal));

    [Fact]
    public Task An_array_goes_with_its_elements() => OptionTest.VerifyAsync("devmap_excluded_types = Item", """
        [TrustedContract] public static class Batch { [return: AcquiresRef] public static Item[] Take() => null!; }
        public class C { public void M() { Batch.Take(); } }
        """);
}
