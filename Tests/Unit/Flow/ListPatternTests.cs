using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>A list pattern asks for a length and for elements, as <c>Length</c> and an index do.</summary>
public sealed class ListPatternTests
{
    [Theory]
    [InlineData("if (many is [var f, ..] && f.TryGet()) f.Put();")]
    [InlineData("if (list is [var f] && f.TryGet()) f.Put();")]
    [InlineData("if (many is [{ } f, { } g] && f.TryGet()) { if (g.TryGet()) g.Put(); f.Put(); }")]
    [InlineData("if (many is [.., var f] && f.TryGet()) f.Put();")]
    [InlineData("if (many is [var f, ..]) { f.Get(); many[0].Put(); }")]
    [InlineData("if (many is not [var f, ..]) return; f.Get(); f.Put();")]
    [InlineData("bool ok = many is [_, _]; if (ok) lent.Get(); if (ok) lent.Put();")]
    [InlineData("if (many is []) lent.Get(); if (many.Length == 0) lent.Put();")]
    [InlineData("if (many is [_, ..]) lent.Get(); if (many.Length > 0) lent.Put();")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("if (many is [_, ..]) {|DVM2001:lent.Get()|}; if (many.Length == 2) lent.Put();")]
    [InlineData("if (many is []) {|DVM2001:lent.Get()|}; if (many.Length > 0) {|DVM2002:lent.Put()|};")]
    public Task Faulty(string body) => VerifyAsync(body);

    /// <summary>What a slice shares with its list is not known.</summary>
    [Theory]
    [InlineData("if (many is [_, .. var rest] && rest.Length > 0 && rest[0].TryGet()) many[1].Put();")]
    public Task Silent(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => CountedCode.VerifyMembersAsync("public void M(Item lent, Item[] many, List<Item> list) { " + body + " }");
}
