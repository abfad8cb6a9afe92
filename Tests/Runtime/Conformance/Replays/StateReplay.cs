using System.Collections.Generic;

namespace Devmap.Tests.Runtime.Conformance.Replays;

/// <summary>A page of a file as mappings come and go.</summary>
internal static class StateReplay
{
    public static IReadOnlyList<Replayed> Run(RecordedKernel kernel, string kind)
    {
        var rows = new List<Replayed>();
        Place place = Place.Make(kind, kernel.Era);
        Page page = place.Page;
        place.Zap();
        place.Touch(isWrite: false);
        Add("read-faulted");
        rows.Add(Neighbour(place, kind));
        place.Touch(isWrite: true);
        Add("write-faulted");
        Vma second = place.Dax is { } dax ? dax.Map(place.Space, 1) : place.Cached!.Map(place.Space, 1);
        place.Space.ReadByte(second.Start, out _);
        Add("two-vmas");
        place.Space.Unmap(second);
        Add("one-vma-unmapped");
        place.Unmap();
        Add("all-unmapped");
        Add("closed");
        Errno evicted = place.Dax?.Evict(System.TimeSpan.Zero) ?? place.Cached!.Evict();
        place.LeaveCache();
        rows.Add(evicted == Errno.None ? $"unlinked: {Words.OfPage(page)}" : evicted.ToString());
        return rows;

        void Add(string state) => rows.Add($"{state}: {Words.OfPage(page)}");
    }

    private static Replayed Neighbour(Place place, string kind)
    {
        return kind == "ext4-nodax"
            ? Replayed.NotModelled("fault-around, which maps pages of the cache that nobody has touched")
            : $"neighbour-not-faulted(pfn+1): {Words.OfPage(place.Memory.PfnToPage(place.Page.Pfn + 1)!)}";
    }
}
