using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers.Contracts.Files;
using Devmap.Tests.Unit.Contracts.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Devmap.Tests.Unit.Presets;

/// <summary>Every preset is read whole, and says what it was written from.</summary>
public sealed partial class PresetFormTests
{
    public static TheoryData<string> Presets { get; } = new(PresetTest.Names);

    [Fact]
    public void These_are_in_the_package() =>
        Assert.Equal(["bcl", "dotnetty", "faster", "garnet", "imagesharp", "litedb", "lucene", "netmq", "ryujinx-kernel", "spannetty"], PresetTest.Names);

    [Theory]
    [MemberData(nameof(Presets))]
    public void Its_header_says_the_version(string preset) => Assert.Matches(Header(), PresetTest.Text(preset));

    [Theory]
    [MemberData(nameof(Presets))]
    public void Every_line_is_in_force(string preset)
    {
        var file = FileWorld.Load(PresetTest.Text(preset)).Files.Single();

        Assert.True(file.File.IsPreset);
        Assert.Empty(file.File.Problems);
        Assert.Empty(file.Conflicts);
    }

    [Fact]
    public async Task Every_entry_of_the_platform_names_a_member_and_fits_it()
    {
        var compilation = CSharpCompilation.Create("Empty", references: await ReferenceAssemblies.Default.ResolveAsync(LanguageNames.CSharp, CancellationToken.None));

        Assert.All(FileWorld.Read(PresetTest.Text("bcl")).Entries, entry =>
        {
            var target = EntryTarget.Find(entry.Id, compilation);
            Assert.Null(target.Miss);
            Assert.NotNull(target.Symbol);
            Assert.All(entry.Clauses, clause => Assert.Null(EntryCheck.Problem(clause, target.Symbol)));
        });
    }

    [GeneratedRegex(@"\A#preset\n# .+\n# Written from .* \d+(\.\d+)*[^\n]*\.\n")]
    private static partial Regex Header();
}
