using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Ownership;

/// <summary>
/// What is taken on the object of a private field: a path that does not give it back, where another does, and no other member
/// could.
/// </summary>
public sealed class FieldHoldingTests
{
    private const string Use = "public void M(bool a, bool b, int n) { ";

    [Theory]
    [InlineData("private readonly Item _item = new();", "{|DVM2001:_item.Get()|}; if (a) return; _item.Put();")]
    [InlineData("private Item _item = new();", "{|DVM2001:_item.Get()|}; if (a) return; Other(); _item.Put();")]
    [InlineData("private readonly Item _item = new();", "{|DVM2001:_item.Get()|}; if (a) throw new InvalidOperationException(); _item.Put();")]
    [InlineData("private readonly Item _item = new();", "if (!{|DVM2001:_item.TryGet()|}) return; if (a) return; this._item.Put();")]
    [InlineData("private static readonly Item _item = new();", "{|DVM2001:_item.Pin()|}; if (a) return; _item.Unpin();")]
    [InlineData("private readonly Item _item = new(); public void Balanced() { _item.Get(); _item.Put(); }", "{|DVM2001:_item.Get()|}; if (a) return; _item.Put();")]
    [InlineData("private readonly Item _item = new(); public void Pins() { _item.Unpin(); }", "{|DVM2001:_item.Get()|}; if (a) return; _item.Put();")]
    [InlineData("private readonly Item _item; public C(Item item) { _item = item; }", "{|DVM2001:_item.Get()|}; if (a) return; _item.Put();")]
    [InlineData("private readonly Item _item = new(); public void Hand() { Pool.Lend(_item); }", "{|DVM2001:_item.Get()|}; if (a) return; _item.Put();")]
    [InlineData("private readonly Item _item = new(); public void Keep() { Pool.Give(null); int _item = 1; _item++; }", "{|DVM2001:_item.Get()|}; if (a) return; _item.Put();")]
    public Task Faulty(string fields, string body) => VerifyAsync(fields, body);

    [Theory]
    [InlineData("private readonly Item _item = new();", "_item.Get(); if (a) { _item.Put(); return; } _item.Put();")]
    [InlineData("private readonly Item _item = new();", "_item.Get(); try { if (a) return; Other(); } finally { _item.Put(); }")]
    [InlineData("private readonly Item _item = new();", "_item.Get();")]
    [InlineData("private readonly Item _item = new();", "_item.Get(); if (a) return; Other();")]
    [InlineData("private readonly Item _item = new();", "if (a) _item.Get(); Other(); if (a) _item.Put();")]
    public Task Clean(string fields, string body) => VerifyAsync(fields, body);

    /// <summary>Somebody else may give back what this path leaves.</summary>
    [Theory]
    [InlineData("private readonly Item _item = new(); public void End() { _item.Put(); }")]
    [InlineData("private readonly Item _item = new(); public void End() => _item?.Put();")]
    [InlineData("private readonly Item _item = new(); public Item Gate => _item;")]
    [InlineData("private Item _item = new(); public void Hand() { Renew(ref _item); } private static void Renew(ref Item item) { item = new Item(); }")]
    [InlineData("private readonly Item _item = new(); public void Later() { _item.Get(); Action end = () => _item.Put(); end(); }")]
    [InlineData("private Item _item = new(); public void Renew() { _item = new Item(); }")]
    [InlineData("internal readonly Item _item = new();")]
    [InlineData("private readonly Item _item = new(); public void Hand() { Pool.Give(_item); }")]
    [InlineData("private readonly Item _item = new(); private sealed class Inner { public void End(C c) { c._item.Put(); } }")]
    [InlineData("private readonly Item _item = new(); public bool Held { get { _item.Get(); return true; } set { _item.Put(); } }")]
    public Task Silent(string fields) => VerifyAsync(fields, "_item.Get(); if (a) return; _item.Put();");

    private static Task VerifyAsync(string fields, string body) =>
        CountedCode.VerifyAsync("public class C { " + fields + " " + Use + body + " } private void Other() { } }");
}
