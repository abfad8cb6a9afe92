using System;
using System.Linq;
using System.Text.RegularExpressions;
using Devmap.Contracts;
using Xunit;

namespace Devmap.Tests.Unit.Meta;

/// <summary>The table of the contract words has every attribute, and every property of the two that have many.</summary>
public sealed partial class ContractListTests
{
    private static readonly string Page = RepositoryFiles.Read("docs", "contracts.md");

    [Fact]
    public void Every_attribute_is_described()
    {
        Type[] attributes = typeof(AcquiresRefAttribute).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "Devmap.Contracts" && type.IsSubclassOf(typeof(Attribute)))
            .ToArray();

        Assert.Equal(
            attributes.Select(type => type.Name[..^"Attribute".Length]).Order(StringComparer.Ordinal),
            AttributeRow().Matches(Page).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_property_of_an_effect_is_described()
    {
        var properties = new[] { typeof(AcquiresRefAttribute), typeof(ReleasesRefAttribute) }
            .SelectMany(type => type.GetProperties())
            .Where(property => property.DeclaringType != typeof(Attribute))
            .Select(property => property.Name)
            .Distinct();

        Assert.Equal(
            properties.Order(StringComparer.Ordinal),
            PropertyRow().Matches(Page).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| `\[(\w+)\]` \|", RegexOptions.Multiline)]
    private static partial Regex AttributeRow();

    [GeneratedRegex(@"^\| `(\w+)` \| ", RegexOptions.Multiline)]
    private static partial Regex PropertyRow();
}
