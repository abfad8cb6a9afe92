using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Devmap.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace Devmap.Tests.Unit.Meta;

/// <summary>The page about fixes has every key, and the keys are constants that keep one form.</summary>
public sealed partial class FixPageTests
{
    [Fact]
    public void The_page_has_the_keys_of_every_fix_and_no_other() =>
        Assert.Equal(
            Keys().Select(key => $"{key.Rule} {key.Key}").Order(StringComparer.Ordinal),
            Row().Matches(RepositoryFiles.Read("docs", "fixes.md")).Select(row => $"{row.Groups["rule"].Value} {row.Groups["key"].Value}").Order(StringComparer.Ordinal));

    [Fact]
    public void A_title_says_what_will_happen() =>
        Assert.All(Row().Matches(RepositoryFiles.Read("docs", "fixes.md")), row => Assert.Matches(@"^[A-Z][a-z]+ .*[^.\s]$", row.Groups["title"].Value));

    private static IEnumerable<(string Rule, string Constant, string Key)> Keys() =>
        from type in typeof(DevmapCodeFixProvider).Assembly.GetTypes()
        where type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract
        let fix = (CodeFixProvider)Activator.CreateInstance(type)!
        from constant in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
        where constant.IsLiteral && constant.Name.EndsWith("Key", StringComparison.Ordinal)
        select (fix.FixableDiagnosticIds.Single(), constant.Name, (string)constant.GetRawConstantValue()!);

    [GeneratedRegex(@"^\| \[(?<rule>DVM\d{4})\]\([^)]*\) \| (?<title>[^|]+) \| `(?<key>[^`]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
