using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Devmap.Tests.Unit.Meta;

/// <summary>The page of a rule, taken apart.</summary>
internal sealed partial class RulePage
{
    private readonly string _text;

    private RulePage(string text) => _text = text;

    public string Heading => _text.Split('\n')[0];

    /// <summary>The titles of the sections, in their order.</summary>
    public IEnumerable<string> Sections => SectionTitle().Matches(_text).Select(match => match.Groups[1].Value);

    /// <summary>The cells of the table under the heading.</summary>
    public string[] Properties => Array.ConvertAll(PropertyRow().Match(_text).Groups[1].Value.Split('|'), cell => cell.Trim());

    public string Title => _text.Split('\n')[2];

    public string Wrong => Block("Wrong", "csharp");

    public string Warning => Block("Wrong", "text").TrimEnd();

    public string Right => Block("Right", "csharp");

    /// <summary>What has to be configured for the wrong example.</summary>
    public string WrongConfiguration => Block("Wrong", "ini");

    public string RightConfiguration => Block("Right", "ini");

    /// <summary>The contract file of the wrong example.</summary>
    public string WrongContracts => Block("Wrong", "contracts");

    public string RightContracts => Block("Right", "contracts");

    /// <summary>The keys that the page names.</summary>
    public IEnumerable<string> Options => OptionKey().Matches(_text).Select(match => match.Value).Distinct();

    public static RulePage Read(string id) => new(RepositoryFiles.Read("docs", "rules", id + ".md"));

    /// <summary>The text of a section.</summary>
    public string Section(string title)
    {
        int start = _text.IndexOf($"\n## {title}\n", StringComparison.Ordinal);
        int end = _text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? _text[start..] : _text[start..end];
    }

    private string Block(string section, string language)
    {
        int start = _text.IndexOf($"\n## {section}\n", StringComparison.Ordinal);
        string fence = $"\n```{language}\n";
        int end = _text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        int open = _text.IndexOf(fence, start, end - start, StringComparison.Ordinal);
        if (open < 0)
        {
            return "";
        }

        open += fence.Length;
        return _text[open.._text.IndexOf("\n```", open, StringComparison.Ordinal)] + "\n";
    }

    [GeneratedRegex(@"^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex SectionTitle();

    [GeneratedRegex(@"\bdevmap_[a-z_]*[a-z]")]
    private static partial Regex OptionKey();

    [GeneratedRegex(@"^\|---\|---\|---\|---\|\n\|(.+)\|$", RegexOptions.Multiline)]
    private static partial Regex PropertyRow();
}
