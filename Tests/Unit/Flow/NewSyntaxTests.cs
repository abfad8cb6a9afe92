using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>What came into the language after the Roslyn that the analyzers are compiled against.</summary>
public sealed class NewSyntaxTests
{
    private const string Extensions = """

        [TrustedContract]
        public static class Extensions
        {
            extension(Item item)
            {
                public int Length => item.Read();
                public void Look() { }
                [ReleasesRef] public void Drop() { }
            }

            extension([ReleasesRef] Item consumed) { public void Consume() { } public void Consume(int n) { } }

            extension(Item) { [return: AcquiresRef] public static Item Make() => Pool.Take(); }
        }
        """;

    [Theory]
    [InlineData("var x = Pool.Take(); x.Drop();")]
    [InlineData("var x = Pool.Take(); int k = x.Length; x.Consume();")]
    [InlineData("var x = Pool.Take(); x.Consume(1);")]
    [InlineData("var x = Item.Make(); x.Put();")]
    [InlineData("var x = Pool.Take(); x.Look();")]
    public Task Extension_members_clean(string body) => CountedCode.VerifyAsync("public class C { public void M() { " + body + " } }" + Extensions);

    [Theory]
    [InlineData("var x = Pool.Take(); x.Drop(); {|DVM2002:x.Put()|};")]
    [InlineData("var x = Pool.Take(); x.Consume(); {|DVM2003:x.Read()|};")]
    [InlineData("var x = {|DVM2001:Item.Make()|}; x.Read();")]
    public Task Extension_members_faulty(string body) => CountedCode.VerifyAsync("public class C { public void M() { " + body + " } }" + Extensions);

    [Theory]
    [InlineData("class W { public Item I; public int N; void M(W w) { w?.I = Pool.Take(); w?.N += 1; } }")]
    [InlineData("class W { public Item I; public int N; void M(W w) { var x = Pool.Take(); w?.N = x.Read(); x.Put(); } }")]
    [InlineData("class W { public Item I; void M(W w) { var x = {|DVM2001:Pool.Take()|}; w?.I = x; } }")]
    [InlineData("class W { Item P { get => field ??= Pool.Take(); set { field?.Put(); field = value; } } }")]
    [InlineData("class W { int P { get; set { var x = {|DVM2001:Pool.Take()|}; field = x.Read(); } } }")]
    [InlineData("class W { void P(params ReadOnlySpan<int> s) { } void M() { var x = Pool.Take(); P(x.Read(), 2); x.Put(); } }")]
    [InlineData("class W { void P(params ReadOnlySpan<Item> s) { } void M() { var x = Pool.Take(); P(x); } }")]
    [InlineData("class W { void P(params ReadOnlySpan<int> s) { } void M() { var x = {|DVM2001:Pool.Take()|}; P(x.Read(), 2); } }")]
    [InlineData("class W { void M(List<Item> l) { List<Item> q = [.. l, Pool.Take()]; Item[] r = [Pool.Take(), .. q]; } }")]
    [InlineData("class W { void M() { var x = {|DVM2001:Pool.Take()|}; int[] q = [1, x.Read(), .. new[] { 2 }]; } }")]
    [InlineData("class W { int _n; public void operator +=(int k) { var x = {|DVM2001:Pool.Take()|}; _n += k; } }")]
    [InlineData("class W { readonly Lock _gate = new(); void M(bool a) { lock (_gate) { var x = {|DVM2001:Pool.Take()|}; if (a) return; x.Put(); } } }")]
    public Task Statements_and_members(string source) => CountedCode.VerifyAsync(source);
}
