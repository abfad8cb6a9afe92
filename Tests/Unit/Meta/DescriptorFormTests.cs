using System;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Devmap.Tests.Unit.Meta;

/// <summary>What lists, tool tips and logs show of a rule reads well in all of them.</summary>
public sealed partial class DescriptorFormTests
{
    /// <summary>Analyzer categories by which severities are set together; <c>strict</c> knows them.</summary>
    private static readonly string[] Categories = ["Devmap", "ReferenceCounting", "Contracts", "Configuration"];

    public static TheoryData<string> Ids => Rules.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_title_is_a_sentence_without_its_full_stop(string id)
    {
        string title = Rules.Find(id).Title.ToString();

        Assert.Matches(@"^[A-Z]\w* .*[a-z]$", title);
        Assert.Matches(Verb(), title);
        Assert.DoesNotContain("'", title);
        Assert.InRange(title.Length, 10, 100);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_message_names_what_it_is_about_and_has_no_full_stop(string id)
    {
        string message = Rules.Find(id).MessageFormat.ToString();

        Assert.Matches(@"^(['{A-Z])", message);
        Assert.DoesNotMatch(@"[.!\s]$", message);
        Assert.DoesNotContain('\n', message);
        Assert.Contains("{0}", message);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_description_is_whole_sentences(string id)
    {
        string description = Rules.Find(id).Description.ToString();

        Assert.Matches(@"^\[?[A-Z]", description);
        Assert.EndsWith(".", description, StringComparison.Ordinal);
        Assert.NotEqual(Rules.Find(id).Title.ToString(), description.TrimEnd('.'));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_of_a_known_category_and_on(string id)
    {
        DiagnosticDescriptor rule = Rules.Find(id);

        Assert.Contains(rule.Category, Categories);
        Assert.True(rule.IsEnabledByDefault);
        Assert.NotEqual(DiagnosticSeverity.Error, rule.DefaultSeverity);
        Assert.DoesNotContain(WellKnownDiagnosticTags.NotConfigurable, rule.CustomTags);
    }

    [Fact]
    public void Titles_tell_the_rules_apart() =>
        Assert.Equal(Rules.All.Count, Rules.All.Select(rule => rule.Title.ToString()).Distinct().Count());

    [Fact]
    public void The_strict_configuration_has_every_category()
    {
        string strict = RepositoryFiles.Read("Package", "config", "devmap-strict.globalconfig");

        Assert.All(Categories, category => Assert.Contains($"dotnet_analyzer_diagnostic.category-{category}.severity = error", strict));
    }

    // A sentence says what is or happens.
    [GeneratedRegex(@"\b(is|are|was|goes|does|has|shows|promises|cannot|contradicts)\b")]
    private static partial Regex Verb();
}
