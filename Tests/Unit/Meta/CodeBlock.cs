using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Devmap.Tests.Unit.Meta;

/// <summary>A fenced block of a page: <c>```csharp Program.cs</c> has a language and the name of a file.</summary>
internal sealed partial record CodeBlock(string Language, string File, string Text)
{
    public static IReadOnlyList<CodeBlock> In(string page) =>
        Fence().Matches(page).Select(match => new CodeBlock(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value)).ToList();

    [GeneratedRegex("^```(\\w+)(?: (\\S+))?\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}
