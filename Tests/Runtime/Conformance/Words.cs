using System;
using System.Linq;

namespace Devmap.Tests.Runtime.Conformance;

/// <summary>The words of the recording for what the model shows.</summary>
internal static class Words
{
    // Addresses and where a task slept are no contract; the offset in the file and the alignment of the device are settings
    // of the run.
    private static readonly string[] s_settings = ["idx=", "map=", "shift=", "altmap=", "dying=", "wchan=", "tail="];

    public static string OfPage(Page page)
    {
        string ofDevice = page.IsZoneDevice ? $"zd=1 type={(int)page.PgMap!.Type}" : "zd=0 type=0";
        return $"ref={page.RefCount} headref={page.RefCount} mapc={page.MapCount} {ofDevice} pgmapref={PgMapRef(page)} pinned={Bit(page.MaybeDmaPinned)}";
    }

    public static long PgMapRef(Page page) => page.PgMap?.RefCount ?? -1;

    public static int Bit(bool value) => value ? 1 : 0;

    public static string Signed(long value) => value < 0 ? $"{value}" : $"+{value}";

    public static string Of(Errno error) => error == Errno.None ? "ok" : error.ToString();

    /// <summary>The outcome without what is a setting of the run.</summary>
    public static string Significant(string outcome)
        => string.Join(' ', outcome.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !s_settings.Any(word.StartsWith)));
}
