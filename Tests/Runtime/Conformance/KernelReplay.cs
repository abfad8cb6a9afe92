using System;
using System.Collections.Generic;
using Devmap.Tests.Runtime.Conformance.Replays;

namespace Devmap.Tests.Runtime.Conformance;

/// <summary>Finds the replay of a recorded scenario by its name: <c>kind/scenario</c>, <c>kind/operation/hold=way</c>.</summary>
internal sealed class KernelReplay
{
    private static readonly HashSet<string> s_mappings =
    [
        "ext4-dax-shared", "xfs-dax-shared", "ext4-dax-private", "ext4-dax-private-cow", "devdax-shared",
        "ext4-nodax-shared", "ext4-nodax-private-ro", "tmpfs-shared", "anon-shared", "anon",
    ];

    private readonly RecordedKernel _kernel;
    private readonly Dictionary<string, Dictionary<string, Replayed>> _mappings = new();
    private Dictionary<string, IReadOnlyList<Replayed>>? _reflink;

    public KernelReplay(RecordedKernel kernel) => _kernel = kernel;

    /// <summary>What the model does, one item for each recorded row of the scenario.</summary>
    public IReadOnlyList<Replayed> Run(string id)
    {
        string[] parts = id.Split('/');
        string kind = parts[0];
        return parts switch
        {
            [_, var scenario] when s_mappings.Contains(kind) => [OfMapping(kind, scenario)],
            [_, "state"] => StateReplay.Run(_kernel, kind),
            [_, "pmd"] => HugeReplay.Run(_kernel, kind),
            [_, "truncate-blocked-then-signalled"] => SignalReplay.Run(_kernel, kind),
            [_, "MADV_HWPOISON"] => PoisonReplay.Run(_kernel, kind),
            ["xfs-dax", "reflink", var step] => (_reflink ??= ReflinkReplay.Run(_kernel))[step],
            [_, "unbind", var hold] => UnbindReplay.Run(_kernel, kind, WayOf(hold)),
            [_, var operation, var hold] when hold.StartsWith("hold=", StringComparison.Ordinal)
                => [TruncateReplay.Run(_kernel, kind, operation, WayOf(hold))],
            ["hugetlb", ..] => [Replayed.NotModelled("hugetlbfs, which reserves its folios")],
            ["mmap" or "munmap" or "mprotect" or "mremap-grow" or "read(2)" or "ftruncate" or "fsync" or "fallocate", ..]
                => [Replayed.NotModelled("flags and lengths that a system call takes, which move no counts")],
            [_] or [_, "kernel"] => [Replayed.NotModelled("notes of the recorder: versions, and Oopses after the defects above")],
            _ => [Replayed.NotModelled("no replay: " + id)],
        };
    }

    private static string WayOf(string hold) => hold["hold=".Length..];

    private Replayed OfMapping(string kind, string scenario)
    {
        if (!_mappings.TryGetValue(kind, out Dictionary<string, Replayed>? outcomes))
        {
            outcomes = new MappingReplay(_kernel, kind).Run();
            _mappings.Add(kind, outcomes);
        }

        return outcomes.TryGetValue(scenario, out Replayed? replayed) ? replayed : MappingReplay.Other(scenario);
    }
}
