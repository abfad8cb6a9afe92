using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.LruOfDevicePage;

/// <summary>A page that is known to be a device page is on no list; one of which nothing is known may be.</summary>
public sealed class LruOfDevicePageTests
{
    [Theory]
    [InlineData("Page? mine = file.GetPage(0); if (mine is not null) { lru.Add({|DVM1008:mine|}); mine.Put(); }")]
    [InlineData("if (page.IsZoneDevice) { lru.Add({|DVM1008:page|}); }")]
    [InlineData("if (!page.IsZoneDevice) { return; } lru.Add({|DVM1008:page|});")]
    [InlineData("bool device = page.IsZoneDevice; if (device) { lru.Add({|DVM1008:page|}); }")]
    public Task A_device_page_is_reported(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("lru.Add(page);")]
    [InlineData("if (page.IsZoneDevice) { return; } lru.Add(page);")]
    [InlineData("if (!page.IsZoneDevice && a) { lru.Add(page); }")]
    [InlineData("Page? mine = memory.AllocPage(); if (mine is not null) { lru.Add(mine); mine.Put(); }")]
    public Task Any_other_is_not(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) =>
        LibraryTest.VerifyAsync($"public void M(LruList lru, DaxFile file, PhysicalMemory memory, Page page, bool a) {{ {body} }}");
}
