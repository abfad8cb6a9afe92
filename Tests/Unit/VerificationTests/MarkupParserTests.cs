using System;
using System.Linq;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Devmap.Tests.Unit.VerificationTests;

public sealed class MarkupParserTests
{
    [Theory]
    [InlineData("plain", "plain", "")]
    [InlineData("int[] a = [b | c];", "int[] a = [b | c];", "")]
    [InlineData("a[|b|]c", "abc", "[1..2)")]
    [InlineData("[||]", "", "[0..0)")]
    [InlineData("a{|DVM2001:bc|}", "abc", "DVM2001[1..3)")]
    [InlineData("{|#0:{|DVM2001:a|}b|}", "ab", "DVM2001[0..1) #0[0..2)")]
    [InlineData("{|A:{|B:a|}|}", "a", "A[0..1) B[0..1)")]
    [InlineData("[|a{|#1:b|]c|}", "abc", "[0..2) #1[1..3)")]
    [InlineData("$$\"{{x}}\"", "$$\"{{x}}\"", "")]
    public void Markup_is_read(string marked, string text, string spans)
    {
        var parsed = MarkupParser.Parse(marked);

        Assert.Equal(text, parsed.Text);
        Assert.Equal(
            spans.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            parsed.Spans.Select(span => span.Name + span.Span).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("[|a")]
    [InlineData("{|A:a")]
    [InlineData("a|]")]
    [InlineData("a|}")]
    [InlineData("[|a|}")]
    public void Bracket_without_partner_fails(string marked) =>
        Assert.Throws<FormatException>(() => MarkupParser.Parse(marked));
}
