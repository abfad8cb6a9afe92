using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <content>The references of page-table entries, which are the mapcount at the same time.</content>
public sealed partial class Page
{
    /// <summary>Takes the reference of a page-table entry unless the count is zero.</summary>
    internal bool TryMap()
    {
        bool taken = TryAdd(PageCounts.OneMapping);
        if (taken && Probe.IsOn)
        {
            Memory.Probe.Acquired(this, ReferenceKind.Mapping);
        }

        return taken;
    }

    /// <summary>Gives up the reference of a page-table entry that is gone.</summary>
    internal void Unmap()
    {
        if (Probe.IsOn)
        {
            Memory.Probe.Releasing(this, ReferenceKind.Mapping);
        }

        Head.Release(PageCounts.OneMapping, "Page.Unmap", "no page-table entry holds a reference");
    }

    /// <summary>The caller's reference becomes that of a page-table entry.</summary>
    [ReleasesRef]
    [TrustedContract]
    internal void HandReferenceToMapping()
    {
        Interlocked.Add(ref Head._counts, PageCounts.OneMapping - PageCounts.OneReference);
        if (Probe.IsOn)
        {
            Memory.Probe.Converted(this, ReferenceKind.Reference, ReferenceKind.Mapping);
        }
    }
}
