using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.MissingPgMapReference;

/// <summary>A device page lives by a reference on it or on its range, from before the first touch until behind the last.</summary>
public sealed class MissingPgMapReferenceTests
{
    private const string Found = "Page? found = memory.PfnToPage(pfn); if (found is null) { return; } ";
    private const string Held = "PgMap? pgmap = memory.GetDevPagemap(pfn); if (pgmap is null) { return; } ";

    [Theory]
    [InlineData(Found + "{|DVM1003:found.ReadByte(0)|};")]
    [InlineData(Found + "{|DVM1003:found.SetDirty()|};")]
    [InlineData(Found + "{|DVM1003:found.Get()|}; found.Put();")]
    [InlineData(Found + "{|DVM1003:found.ReadByte(0)|}; " + Held + "pgmap.Put();")]
    [InlineData(Held + "pgmap.Put(); Page? late = memory.PfnToPage(pfn); if (late is null) { return; } {|DVM1003:late.ReadByte(0)|};")]
    public Task A_touch_without_either_is_reported(string body) => VerifyAsync(body);

    [Theory]
    [InlineData(Held + "memory.PfnToPage(pfn)?.ReadByte(0); pgmap.Put();")]
    [InlineData(Held + "try { memory.PfnToPage(pfn)?.ReadByte(0); } finally { pgmap.Put(); }")]
    [InlineData(Found + "if (!found.TryGet()) { return; } found.ReadByte(0); found.Put();")]
    [InlineData("Page? mine = file.GetPage(0); if (mine is null) { return; } mine.ReadByte(0); mine.Put();")]
    [InlineData(Found + "Console.WriteLine(found.Pfn);")]
    public Task A_touch_with_either_is_not(string body) => VerifyAsync(body);

    /// <summary>What is wrong with the reference on the range itself, other rules say.</summary>
    [Theory]
    [InlineData("PgMap? pgmap = {|DVM2001:memory.GetDevPagemap(pfn)|}; if (pgmap is null || memory.PfnToPage(pfn) is null) { return; } pgmap.Put();")]
    [InlineData(Held + "pgmap.Put(); {|DVM2002:pgmap.Put()|};")]
    public Task Its_own_balance_is_for_the_general_rules(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) =>
        LibraryTest.VerifyAsync($"internal void M(PhysicalMemory memory, DaxFile file, Pfn pfn) {{ {body} }}");
}
