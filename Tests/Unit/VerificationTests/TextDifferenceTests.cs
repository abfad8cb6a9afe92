using System;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Devmap.Tests.Unit.VerificationTests;

public sealed class TextDifferenceTests
{
    [Fact]
    public void Equal_texts_have_no_difference() => Assert.Null(TextDifference.Find("a\nb", "a\nb"));

    [Theory]
    [InlineData("a\nb\nc", "a\nx\nc", "    a|  - b|  + x|    c")]
    [InlineData("a\nb", "a", "    a|  - b")]
    [InlineData("a", "a\nb", "    a|  + b")]
    [InlineData("a\r\nb", "a\nb", "  - a\\r|  + a|    b")]
    [InlineData("a", "a  ", "  - a|  + a··")]
    public void Differences_are_shown_line_by_line(string expected, string actual, string shown) => Assert.Equal(
        shown.Split('|'),
        TextDifference.Find(expected, actual)!.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
}
