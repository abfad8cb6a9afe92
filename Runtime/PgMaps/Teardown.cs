using System;
using System.Collections.Generic;
using System.Threading;

namespace Devmap;

/// <summary>Takes a device range away (<c>memunmap_pages</c>) and waits for whom it must.</summary>
/// <remarks>
/// Kernels since v5.18 give up the range's references in bulk and do not look at the pages of FS-DAX and device-dax
/// ranges; a page that is still held there is used after it is gone. That is a defect and not part of the contract:
/// this waits for every page, in every era.
/// </remarks>
internal sealed class Teardown
{
    private readonly PhysicalMemory _memory;
    private readonly PgMap _pgmap;
    private int _firstBusy;

    public Teardown(PhysicalMemory memory, PgMap pgmap)
    {
        _memory = memory;
        _pgmap = pgmap;
    }

    public TeardownResult Run(TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (!_pgmap.IsDying)
        {
            _pgmap.Reference.Kill();
            _pgmap.Zone.DropBase();
        }

        if (_memory.HasDefect(KernelDefects.BulkPgMapRelease) && _memory.Era.ReleasesPagesInBulk(_pgmap.Type))
        {
            ReportHeldPages();
            return Finish();
        }

        Errno error = _pgmap.Zone.Idle.Wait(NobodyHolds, timeout, cancellationToken);
        if (error != Errno.None)
        {
            return new TeardownResult(error, _pgmap.Reference.Outstanding, HeldPages(), _memory.Tracker.HoldersOf(_pgmap));
        }

        return Finish();
    }

    private TeardownResult Finish()
    {
        _pgmap.Zone.MarkRemoved();
        _pgmap.Reference.DropBias();
        return new TeardownResult(Errno.None, 0, Array.Empty<OutstandingPage>(), Array.Empty<ReferenceHolder>());
    }

    private void ReportHeldPages()
    {
        foreach (OutstandingPage held in HeldPages())
        {
            _memory.Probe.Breach(Invariant.I3, _memory.PfnToPage(held.Pfn), "memunmap_pages", $"the range goes while somebody holds {held}");
        }
    }

    // The pgmap comes first: an idle page comes to life only under a reference on it, and there are no new ones. So once
    // it has none, a page that is seen idle stays idle, and the search need not look at it again.
    private bool NobodyHolds()
    {
        if (_pgmap.Reference.Outstanding > 0)
        {
            return false;
        }

        while (_firstBusy < _pgmap.PageCount)
        {
            if (PageAt(_firstBusy).OwnCounts.Packed != 0)
            {
                return false;
            }

            _firstBusy++;
        }

        return true;
    }

    private List<OutstandingPage> HeldPages()
    {
        var held = new List<OutstandingPage>();
        for (int i = 0; i < _pgmap.PageCount; i++)
        {
            Page page = PageAt(i);
            PageCounts counts = page.OwnCounts;
            if (counts.Packed != 0)
            {
                held.Add(new OutstandingPage(page.Pfn, counts.References, counts.Pins, counts.Mappings) { Holders = _memory.Tracker.HoldersOf(page) });
            }
        }

        return held;
    }

    private Page PageAt(int index) => _memory.PfnToPage(_pgmap.Start + index)!;
}
