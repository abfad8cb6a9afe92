using System;
using System.Linq;

namespace Devmap.Tests.Runtime.Conformance.Replays;

/// <summary>A page of a file is taken away, or the file changed beside it, while somebody holds the page.</summary>
internal static class TruncateReplay
{
    private const int Half = 128;

    public static bool Knows(string operation)
        => operation is "ftruncate0" or "punch_hole" or "ftruncate-beyond-held" or "pwrite-over" or "unlink" or "unlink+close" or "final-evict";

    public static Replayed Run(RecordedKernel kernel, string kind, string operation, string how)
    {
        if (!Knows(operation))
        {
            return Replayed.NotModelled("extents that move, or are zeroed in place: " + operation);
        }

        if (how.StartsWith("odirect", StringComparison.Ordinal) && (kind == "ext4-nodax" || operation == "final-evict"))
        {
            return Replayed.NotModelled("the last count was read while the transfer was still going on");
        }

        if (how.StartsWith("odirect", StringComparison.Ordinal) && kernel == RecordedKernel.Linux61)
        {
            return Replayed.NotModelled("a defect that the model has no switch for: the wake-up is lost when a transfer ends");
        }

        // What v6.1 refuses is the mapping of a file; the pin itself is that of the row with the same name.
        if (how == "io_uring-longterm" && kind == "ext4-nodax" && kernel == RecordedKernel.Linux61)
        {
            return Replayed.NotModelled("io_uring of v6.1, which takes no mapping of a file");
        }

        Place place = Place.Make(kind, kernel.Era);
        bool isDefect = place.Dax is not null && IsDefect(operation, how);
        if (isDefect)
        {
            place.Memory.Defects = KernelDefects.UnmappedFilesAreIdle;
            place.Memory.Checks.CollectsBreaches = true;
            place.Memory.Checks.Enable(Invariant.I9);
        }

        string outcome = Run(place, kernel, operation, how);
        if (!isDefect)
        {
            return outcome;
        }

        // Beyond the held page nothing is freed that anybody holds: the kernel is let off.
        return operation == "ftruncate-beyond-held" || place.Memory.Checks.Breaches.Any(breach => breach.Invariant == Invariant.I9)
            ? Replayed.Defect(outcome, Invariant.I9)
            : $"no breach of I9: {outcome}";
    }

    // Held by somebody, mapped by nobody, and yet taken away: the helper looks at the mappings first.
    private static bool IsDefect(string operation, string how)
    {
        bool takesAway = operation is "ftruncate0" or "punch_hole" or "ftruncate-beyond-held";
        return (takesAway && how.StartsWith("munmapped", StringComparison.Ordinal)) || (operation == "final-evict" && how != "none");
    }

    private static string Run(Place place, RecordedKernel kernel, string operation, string how)
    {
        Page page = place.Page;
        Hold hold = Hold.Take(place, how, kernel, out Errno refused);
        if (refused != Errno.None)
        {
            return $"hold-failed {refused}";
        }

        if (operation == "final-evict" && place.Vma.IsMapped)
        {
            place.Unmap();
        }

        // An eviction is recorded from the page as it was before the last mapping went.
        int held = page.RefCount + (operation == "final-evict" && place.Cached is not null && !how.StartsWith("munmapped", StringComparison.Ordinal) ? 1 : 0);
        Errno error = Do(place, operation);
        bool isBlocked = error == Errno.ERESTARTSYS;
        int meanwhile = page.RefCount;
        string present = place.Vma.IsMapped ? $"{Words.Bit(place.IsPresent)}" : "-1";
        string touch = isBlocked ? "not-touched" : Touch(place);
        hold.LetGo();
        error = isBlocked ? Do(place, operation) : error;
        string after = isBlocked ? $" post-touch={place.Touch(isWrite: false)}" : string.Empty;
        string data = operation == "pwrite-over" ? "-" : hold.Data;

        // What nobody holds is gone, and its frame may be in use again.
        int last = how == "none" ? meanwhile : page.RefCount;
        return $"{(isBlocked ? "BLOCKED" : "done")} rc={(int)error} headref {held}->{meanwhile}->{last} pte-present={present} "
            + $"touch={touch} released:completed{after} data={data}";
    }

    private static string Touch(Place place)
    {
        if (!place.Vma.IsMapped)
        {
            return "unmapped";
        }

        string read = place.Touch(isWrite: false);
        return $"{read}/w:{place.Touch(isWrite: true)}";
    }

    private static Errno Do(Place place, string operation)
    {
        Errno error = Run(place, operation);
        if (operation is "ftruncate0" or "punch_hole" or "final-evict")
        {
            place.LeaveCache();
        }

        return error;
    }

    private static Errno Run(Place place, string operation)
    {
        return operation switch
        {
            "ftruncate0" => Truncate(place, 0),
            "ftruncate-beyond-held" => Truncate(place, Half),
            "punch_hole" => place.Dax?.PunchHole(0, 1, TimeSpan.Zero) ?? place.Cached!.PunchHole(0, 1),
            "final-evict" => place.Dax?.Evict(TimeSpan.Zero) ?? place.Cached!.Evict(),
            "pwrite-over" => Overwrite(place),

            // A file lives on without its name, as long as somebody maps it or has it open.
            _ => Errno.None,
        };
    }

    private static Errno Truncate(Place place, int pageCount)
        => place.Dax?.Truncate(pageCount, TimeSpan.Zero) ?? place.Cached!.Truncate(pageCount);

    private static Errno Overwrite(Place place)
    {
        Errno error = Errno.None;
        Page? page = place.Dax is { } dax ? dax.GetPage(0) : place.Cached!.GetPage(0, out error);
        page?.WriteByte(0, (byte)'B');
        page?.Put();
        return page is null ? Errno.EIO : error;
    }
}
