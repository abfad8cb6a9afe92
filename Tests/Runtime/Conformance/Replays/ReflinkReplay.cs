using System.Collections.Generic;

namespace Devmap.Tests.Runtime.Conformance.Replays;

/// <summary>Two files share a block until one of them is written.</summary>
internal static class ReflinkReplay
{
    public static Dictionary<string, IReadOnlyList<Replayed>> Run(RecordedKernel kernel)
    {
        Place place = Place.Make("xfs-dax", kernel.Era);
        DaxFile? second = place.Dax!.Reflink(out Errno error);
        var outcomes = new Dictionary<string, IReadOnlyList<Replayed>> { ["FICLONE"] = [Words.Of(error)] };
        Vma other = second!.Map(place.Space, 1);
        place.Touch(isWrite: false);
        Page shared = place.Page;
        outcomes["one-read"] = [Words.OfPage(shared)];
        place.Space.ReadByte(other.Start, out _);
        bool isSame = place.Space.PageTable.Lookup(other.Start).Pfn == shared.Pfn;
        outcomes["both-read"] = [$"samepfn={Words.Bit(isSame)} {Words.OfPage(shared)}"];
        place.Space.WriteByte(other.Start, (byte)'B');
        Page copy = place.Memory.PfnToPage(place.Space.PageTable.Lookup(other.Start).Pfn)!;
        outcomes["after-cow-write"] =
        [
            $"newpfn={Words.Bit(copy != shared)} old:{Words.OfPage(shared)}",
            $"new:{Words.OfPage(copy)}",
        ];
        return outcomes;
    }
}
