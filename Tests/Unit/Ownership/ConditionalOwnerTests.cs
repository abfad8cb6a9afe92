using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Ownership;

/// <summary>A field that owns only while a flag says so: whether it holds anything on a path is not known, and nothing is said.</summary>
public sealed class ConditionalOwnerTests
{
    private const string Field = "[OwnedRef(WhenMember = nameof(_owns))] private Item _item; private bool _owns;\n";

    [Theory]
    [InlineData("public C(Item item, bool owns) { _item = item; _owns = owns; if (owns) item.Get(); } public void Dispose() { if (_owns) _item.Put(); }")]
    [InlineData("public void Set(Item item) { _item = item; _owns = false; } public void Dispose() { if (_owns) _item?.Put(); _item = null; }")]
    [InlineData("public void Dispose() { }")]
    [InlineData("public void Clear() { _item = null; }")]
    public Task Silent(string members) => CountedCode.VerifyAsync("public sealed class C : IDisposable {\n" + Field + members + (members.Contains("Dispose") ? "" : " public void Dispose() { }") + "\n}");

    // The same without the flag: the field owns at all times.
    [Theory]
    [InlineData("public void Set(Item item) { {|DVM2001:{|DVM2009:_item = item|}|}; } public void Dispose() { _item?.Put(); _item = null; }")]
    public Task Reported(string members) => CountedCode.VerifyAsync("public sealed class C : IDisposable {\n[OwnedRef] private Item _item;\n" + members + "\n}");
}
