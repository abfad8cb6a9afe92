using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace Devmap.Tests.Unit.Meta;

/// <summary>Links between the pages of the repository lead somewhere.</summary>
public sealed partial class LinkTests
{
    /// <summary>All pages; those that only packages show are none, since they link to nothing of the repository.</summary>
    public static TheoryData<string> Pages => new(RepositoryFiles.Pages);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_to_a_file_and_its_heading(string page)
    {
        string text = RepositoryFiles.Read(page);

        Assert.All(Link().Matches(Fence().Replace(text, "")).Select(match => match.Groups[1].Value).Where(link => !link.Contains("://", StringComparison.Ordinal)), link =>
        {
            string[] parts = link.Split('#', 2);
            string target = parts[0].Length == 0 ? page : Path.GetRelativePath(".", Path.Combine(Path.GetDirectoryName(page)!, parts[0])).Replace('\\', '/');
            Assert.True(RepositoryFiles.Exists(target), $"{page}: {link}");
            if (parts.Length == 2)
            {
                Assert.Contains(parts[1], AnchorsOf(RepositoryFiles.Read(target)));
            }
        });
    }

    /// <summary>Who looks for a page finds it from the index of the documentation.</summary>
    [Fact]
    public void The_index_leads_to_every_page_of_the_documentation()
    {
        IEnumerable<string> linked = new[] { "docs/README.md", "docs/decisions/README.md", "README.md" }
            .SelectMany(index => Link().Matches(RepositoryFiles.Read(index)).Select(match => Path.GetRelativePath(".", Path.Combine(Path.GetDirectoryName(index)!, match.Groups[1].Value.Split('#')[0])).Replace('\\', '/')));

        Assert.Empty(RepositoryFiles.Pages.Where(page => page.StartsWith("docs/", StringComparison.Ordinal)).Except(linked).Except(["docs/README.md"]));
    }

    // As GitHub makes them: in lower case, blanks become hyphens, and what is neither letter nor digit goes.
    private static IEnumerable<string> AnchorsOf(string text) =>
        Heading().Matches(Fence().Replace(text, "")).Select(match => NotInAnchor().Replace(match.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("[^a-z0-9 _-]")]
    private static partial Regex NotInAnchor();

    [GeneratedRegex("^```.*?^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}
