using System.Linq;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.Tests.Unit.Contracts;
using Devmap.Tests.Unit.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Devmap.Tests.Unit.Rules.InvalidOption;

/// <summary>A value or a key that means nothing is reported, once for the compilation; the default holds.</summary>
public sealed class InvalidOptionTests
{
    private const string Exceptions = "allowed is one of none, explicit, calls";
    private const string Bool = "allowed is one of true, false";
    private const string Types = "allowed is a list, separated by commas, of names, full names or documentation-comment ids of types";
    private const string Members = "allowed is a list, separated by commas, of names, full names or documentation-comment ids of members";

    [Theory]
    [InlineData("devmap_exceptions = none")]
    [InlineData("devmap_exceptions =  Calls ")]
    [InlineData("DEVMAP_EXCEPTIONS = EXPLICIT")]
    [InlineData("devmap_strict = True")]
    [InlineData("devmap_unknown_calls_keep = false")]
    [InlineData("devmap_excluded_types =")]
    [InlineData("devmap_excluded_types = A, B.C`1, T:D.E, ")]
    [InlineData("devmap_excluded_members = M, .ctor, C..ctor, M:C.M(System.Int32,System.String), P:C.P, F:C.F, E:C.E")]
    [InlineData("devmap_era = linux_5_15")]
    [InlineData("devmap_era = linux_6_1")]
    [InlineData("devmap_era = Linux_6_15")]
    [InlineData("devmapped = 1")]
    [InlineData("dotnet_diagnostic.DVM2001.severity = error")]
    public async Task What_means_something_is_not(string line) => Assert.Empty(await MessagesAsync(line));

    [Theory]
    [InlineData("devmap_exceptions = all", Exceptions)]
    [InlineData("devmap_exceptions = ", Exceptions)]
    [InlineData("devmap_strict = 1", Bool)]
    [InlineData("devmap_unknown_calls_keep = no", Bool)]
    [InlineData("devmap_excluded_types = M:C.M", Types)]
    [InlineData("devmap_excluded_types = A B", Types)]
    [InlineData("devmap_excluded_types = A.", Types)]
    [InlineData("devmap_excluded_members = T:C", Members)]
    [InlineData("devmap_excluded_members = M:C.", Members)]
    [InlineData("devmap_era = linux_4_4", "allowed is one of linux_5_15, linux_6_1, linux_6_15")]
    [InlineData("devmap_exeptions = calls", "there is no such option; the nearest is 'devmap_exceptions'")]
    [InlineData("devmap_exclude_types = A", "there is no such option; the nearest is 'devmap_excluded_types'")]
    [InlineData("devmap_colour = red", "there is no such option")]
    public async Task What_means_nothing_is(string line, string advice)
    {
        string[] parts = line.Split('=', 2);
        Assert.Equal([$"'{parts[0].Trim()} = {parts[1].Trim()}' is ignored: {advice}"], await MessagesAsync(line));
    }

    [Fact]
    public async Task Each_mistake_is_reported_by_itself() =>
        Assert.Equal(2, (await MessagesAsync("devmap_exceptions = all\ndevmap_stric = true\ndevmap_strict = true")).Length);

    /// <summary>Old hosts cannot list what is configured; what they can be asked for is looked at all the same.</summary>
    [Fact]
    public async Task A_host_that_lists_nothing_is_asked_for_what_is_known()
    {
        var messages = await MessagesAsync("devmap_exceptions = all\ndevmap_stric = true", canList: false);
        Assert.Equal([$"'devmap_exceptions = all' is ignored: {Exceptions}"], messages);
    }

    [Fact]
    public async Task Where_no_contract_is_in_sight_nothing_is_looked_at() =>
        Assert.Empty(await MessagesAsync("devmap_exceptions = all", files: ["class C { }"]));

    [Fact]
    public Task The_default_holds() =>
        OptionTest.VerifyBodyAsync("devmap_exceptions = all", "{|DVM2001:lent.Get()|}; if (a) throw new Exception(); Pool.Check(b); lent.Put();");

    private static Task<string[]> MessagesAsync(string lines, bool canList = true) =>
        MessagesAsync(lines, canList, "class C { }", "class D { }", ContractAttributes.Source);

    private static async Task<string[]> MessagesAsync(string lines, bool canList = true, params string[] files)
    {
        var compilation = CSharpCompilation.Create("Configured", files.Select(file => CSharpSyntaxTree.ParseText(file)));
        var options = new AnalyzerOptions([], ConfiguredOptions.Parse(lines, canList));
        var reported = await compilation.WithAnalyzers([new OptionAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.All(reported, diagnostic => Assert.Equal((DiagnosticIds.InvalidOption, Location.None), (diagnostic.Id, diagnostic.Location)));
        return [.. reported.Select(diagnostic => diagnostic.GetMessage())];
    }
}
