using System.Collections.Generic;

namespace Devmap.Tests.Runtime.Conformance.Replays;

/// <summary>A hardware error in the page behind a mapping.</summary>
internal static class PoisonReplay
{
    public static IReadOnlyList<Replayed> Run(RecordedKernel kernel, string kind)
    {
        Place place = Place.Make(kind, kernel.Era);
        Page page = place.Page;
        Errno error = place.Space.InjectFailure(place.Address);
        var rows = new List<Replayed>
        {
            Replayed.NotModelled("signals that do not come from an access of the process itself"),
            error == Errno.None ? $"page: {Words.OfPage(page)} pte-present={Words.Bit(place.IsPresent)}" : error.ToString(),
            $"touch-after: {place.Touch(isWrite: false)}",
        };
        rows.Add($"touch-after-2: pfn-same={Words.Bit(place.IsPresent && place.Page == page)}");
        rows.Add($"MADV_SOFT_OFFLINE: {place.Memory.SoftOffline(page.Pfn)}");
        return rows;
    }
}
