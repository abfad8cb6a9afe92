using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Devmap.Tests.Runtime.Conformance.Replays;

/// <summary>A truncation waits for a pinned page, and is interrupted.</summary>
internal static class SignalReplay
{
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_enough = TimeSpan.FromSeconds(30);

    public static IReadOnlyList<Replayed> Run(RecordedKernel kernel, string kind)
    {
        Place place = Place.Make(kind, kernel.Era);
        Hold hold = Hold.Take(place, "pin_fast(short)", kernel, out _);
        using var signal = new CancellationTokenSource();
        Task<Errno> truncation = Task.Run(() => place.Dax?.Truncate(0, s_enough, signal.Token) ?? place.Cached!.Truncate(0));
        bool isOver = truncation.Wait(s_moment);
        signal.Cancel();
        Errno error = truncation.Result;
        string end = !isOver && error == Errno.ERESTARTSYS ? "by signal" : isOver && error == Errno.None ? "exit" : error.ToString();
        int pages = place.Dax?.PageCount ?? place.Cached!.PageCount;
        hold.LetGo();
        return [$"SIGTERM:exited SIGKILL:- ({end})", $"size now {pages * PhysicalMemory.PageSize}"];
    }
}
