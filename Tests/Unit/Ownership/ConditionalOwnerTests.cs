using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Ownership;

/// <summary>A field that owns only while a flag says so: a release of its object has to be right with and without.</summary>
public sealed class ConditionalOwnerTests
{
    private const string Field = "[OwnedRef(WhenMember = nameof(_owns))] private Item _item; private bool _owns, _done;\n";

    [Theory]
    [InlineData("if (_owns) _item?.Put(); _item = null;")]
    [InlineData("if (!_owns) return; _item?.Put(); _owns = false; _item = null;")]
    [InlineData("if (_item is { } item && _owns) { item.Put(); _owns = false; }")]
    [InlineData("if (_done) return; _done = true; if (_owns) _item.Put();")]
    [InlineData("var item = _item; _item = null; if (_owns) item?.Put();")]
    [InlineData("if (_owns) { _owns = false; _item.Put(); }")]
    public Task Clean(string body) => VerifyAsync("public void Dispose() { " + body + " }");

    [Theory]
    [InlineData("{|DVM2002:_item.Put()|}; _item = null;")]
    [InlineData("if (!_owns) {|DVM2002:_item.Put()|}; {|DVM2007:_item = null|};")]
    [InlineData("if (_owns) _item.Put(); {|DVM2002:_item.Put()|}; _item = null;")]
    [InlineData("if (_owns) {|DVM2002:_item.Put()|};")]
    [InlineData("{|DVM2007:_item = null|};")]
    public Task Faulty(string body) => VerifyAsync("public void Dispose() { " + body + " }");

    [Fact]
    public Task A_release_that_does_not_touch_it() => CountedCode.VerifyAsync(
        "public sealed class C : IDisposable { [OwnedRef(WhenMember = nameof(_owns))] private Item {|DVM2007:_item|}; private bool _owns; public void Dispose() { } }");

    /// <summary>Elsewhere the flag and the field may be changed one after the other, in any order.</summary>
    [Theory]
    [InlineData("public C(Item item, bool owns) { _item = item; _owns = owns; if (owns) item.Get(); }")]
    [InlineData("public void Set(Item item) { _item = item; _owns = false; }")]
    [InlineData("public void Clear() { _item = null; }")]
    [InlineData("public Item Detach() { _owns = false; return _item; }")]
    public Task Silent(string member) => VerifyAsync(member + " public void Dispose() { if (_owns) _item?.Put(); _item = null; }");

    // The same without the flag: the field owns at all times.
    [Theory]
    [InlineData("public void Set(Item item) { {|DVM2001:{|DVM2009:_item = item|}|}; } public void Dispose() { _item?.Put(); _item = null; }")]
    public Task Reported(string members) => CountedCode.VerifyAsync("public sealed class C : IDisposable {\n[OwnedRef] private Item _item;\n" + members + "\n}");

    private static Task VerifyAsync(string members) => CountedCode.VerifyAsync("public sealed class C : IDisposable {\n" + Field + members + "\n}");
}
