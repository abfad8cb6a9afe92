using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Where an object comes from decides what may be done with it: owned, lent, borrowed, a bare pointer.</summary>
public sealed class ProvenanceTests
{
    private const string World = """

        [TrustedContract] public sealed class Box
        {
            [AcquiresRef] public Box() { }
            [ReleasesRef] public void Drop() { }
            [return: BorrowedRef] public Item Inner() => null;
            [return: BorrowedRef(From = null)] public static Item Eternal() => null;
            [return: AliasOf] public Box Fluent() => this;
            [return: AliasOf(Source = "item")] public static Item Same(Item item) => item;
        }
        """;

    [Theory]
    [InlineData("public void M(Item lent) { lent.Read(); Pool.Lend(lent); }")]
    [InlineData("public void M([ReleasesRef] Item mine) { mine.Read(); mine.Put(); }")]
    [InlineData("public void M([ReleasesRef] Item mine) { Pool.Give(mine); }")]
    [InlineData("public void M([RequiresRef] Item lent) { lent.Read(); lent.Get(); lent.Put(); }")]
    [InlineData("public void M([AcquiresRef] Item lent) { lent.Get(); }")]
    [InlineData("public bool M([AcquiresRef(When = When.True)] Item lent) => lent.TryGet();")]
    [InlineData("public bool M([AcquiresRef(When = When.True)] Item lent) { if (!lent.TryGet()) return false; lent.Read(); return true; }")]
    [InlineData("public bool M([AcquiresRef(When = When.True)] out Item item) => Pool.TryTake(out item);")]
    [InlineData("[return: AcquiresRef] public Item M() => Pool.Take();")]
    [InlineData("private void M(Item helped) { helped.Put(); }")]
    [InlineData("private void M(Item helped) { helped.Get(); }")]
    [InlineData("public void M(Box box) { var i = box.Inner(); i.Read(); }")]
    [InlineData("public void M() { var box = new Box(); box.Inner().Read(); box.Drop(); }")]
    [InlineData("public void M() { var box = new Box(); var i = box.Inner(); i.Get(); box.Drop(); i.Read(); i.Put(); }")]
    [InlineData("public void M() { Box.Eternal().Read(); }")]
    [InlineData("public void M() { new Box().Fluent().Fluent().Drop(); }")]
    [InlineData("public void M() { var x = Pool.Take(); Box.Same(x).Put(); }")]
    [InlineData("public void M(int n) { var x = Pool.Peek(n); if (x is null || !x.TryGet()) return; x.Read(); x.Put(); }")]
    [InlineData("public void M([ReleasesRef] Item mine) { mine.Put(); mine.Read(); }")]
    [InlineData("public bool M(int n) { var x = Pool.Peek(n); return x is not null; }")]
    public Task Clean(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("public void M(Item lent) { {|DVM2002:lent.Put()|}; }")]
    [InlineData("public void M(Item lent) { {|DVM2002:Pool.Give(lent)|}; }")]
    [InlineData("public void M([ReleasesRef] Item {|DVM2001:mine|}) { mine.Read(); }")]
    [InlineData("public void M([ReleasesRef] Item {|DVM2001:mine|}, bool a) { if (a) return; mine.Put(); }")]
    [InlineData("public void M([ReleasesRef] Item mine) { mine.Put(); {|DVM2002:mine.Put()|}; }")]
    [InlineData("public void M([RequiresRef] Item lent) { {|DVM2002:lent.Put()|}; }")]
    [InlineData("public void M(Box box) { var i = box.Inner(); {|DVM2002:i.Put()|}; }")]
    [InlineData("public void M() { var box = new Box(); var i = box.Inner(); box.Drop(); {|DVM2003:i.Read()|}; }")]
    [InlineData("public void M() { {|DVM2002:Box.Eternal().Put()|}; }")]
    [InlineData("public void M() { var b = {|DVM2001:new Box()|}.Fluent(); }")]
    [InlineData("public void M() { var x = Pool.Take(); Box.Same(x).Put(); {|DVM2003:x.Read()|}; }")]
    [InlineData("public void M(int n) { var x = Pool.Peek(n); if (x != null) {|DVM2002:x.Put()|}; }")]
    [InlineData("public void M(int n) { var x = Pool.Peek(n); if (x is null || !x.TryGet()) return; x.Put(); {|DVM2003:x.Read()|}; }")]
    [InlineData("public void M(int n) { var x = Pool.Peek(n); if (x is not null && {|DVM2001:x.TryGet()|}) x.Read(); }")]
    public Task Faulty(string member) => VerifyAsync(member);

    private static Task VerifyAsync(string member) => CountedCode.VerifyAsync("public class C {\n" + member + "\n}" + World);
}
