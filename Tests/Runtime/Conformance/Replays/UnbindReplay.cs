using System;
using System.Collections.Generic;
using System.Linq;

namespace Devmap.Tests.Runtime.Conformance.Replays;

/// <summary>The device goes away while it is mapped, and perhaps held.</summary>
internal static class UnbindReplay
{
    private const string OfFilesystem = "system calls on a filesystem whose device is gone";

    // The namespace was smaller where it kept its struct pages itself.
    private const int PagesWithAltmap = 64000;

    public static IReadOnlyList<Replayed> Run(RecordedKernel kernel, string kind, string how)
    {
        bool isFsDax = kind is "ext4-dax" or "xfs-dax" or "ext4-dax-mapmem";
        string memory = kind == "ext4-dax-mapmem" ? "ext4-dax" : isFsDax ? kind : "devdax";
        Place place = Place.Make(memory, kernel.Era, kind == "ext4-dax" ? PagesWithAltmap : 0);
        Page page = place.Page;
        var rows = new List<Replayed> { $"before: {Words.OfPage(page)}" };
        Hold hold = Hold.Take(place, how, kernel, out Errno refused);
        if (refused != Errno.None)
        {
            rows.Add($"hold-failed {refused}");
            return rows;
        }

        if (how == "io_uring-longterm" && kernel == RecordedKernel.Linux61)
        {
            rows.Add(Replayed.NotModelled("io_uring of v6.1, which takes no mapping of a file"));
            rows.Add($"pin rc={(page.MaybeDmaPinned ? 1 : 0)}");
        }

        if (how != "none")
        {
            rows.Add($"held: {Words.OfPage(page)}");
        }

        rows.Add(Unbind(place, isHeld: how != "none"));
        if (isFsDax)
        {
            rows.Add(ReadRemoved(place));
            rows.Add(Replayed.NotModelled("write protection of clean file pages, which brings the write to the dead device"));
            rows.AddRange(Enumerable.Repeat(Replayed.NotModelled(OfFilesystem), 4));
        }
        else
        {
            rows.Add($"mapped read: {place.Touch(isWrite: false)}");
            rows.Add($"mapped write: {place.Touch(isWrite: true)}");
            rows.Add(Replayed.NotModelled("opening the device by its name"));
            place.Device!.Map(place.Space, place.Vma.PageCount, out Errno error);
            rows.Add($"mmap on old fd: {error}");
        }

        return rows;
    }

    private static Replayed Unbind(Place place, bool isHeld)
    {
        if (isHeld)
        {
            place.Memory.Defects = KernelDefects.BulkPgMapRelease;
            place.Memory.Checks.CollectsBreaches = true;
            place.Memory.Checks.Enable(Invariant.I3);
        }

        TeardownResult result = place.Dax?.Device.Unbind(TimeSpan.Zero) ?? place.Device!.Unbind(TimeSpan.Zero);
        string outcome = $"unbind returned rc={(int)result.Error}; pte-present={Words.Bit(place.IsPresent)}";
        if (!isHeld)
        {
            return outcome;
        }

        return place.Memory.Checks.Breaches.Any(breach => breach.Invariant == Invariant.I3)
            ? Replayed.Defect(outcome, Invariant.I3)
            : $"no breach of I3: {outcome}";
    }

    // The missing shootdown: the kernel reads on, in memory that nobody answers for. The model never lets that pass.
    private static Replayed ReadRemoved(Place place)
    {
        try
        {
            return $"mapped read: {place.Touch(isWrite: false)}, which is no breach";
        }
        catch (MemoryRemovedException)
        {
            return Replayed.Defect("mapped read: ok", Invariant.I3);
        }
    }
}
