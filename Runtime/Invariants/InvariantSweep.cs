using System.Collections.Generic;

namespace Devmap;

/// <summary>Reads the invariants from all pages and page tables of a machine at rest.</summary>
internal sealed class InvariantSweep
{
    private const string Operation = "Verify";

    private readonly PhysicalMemory _memory;
    private readonly Probe _probe;
    private readonly Dictionary<Page, int> _counted = new();

    public InvariantSweep(PhysicalMemory memory)
    {
        _memory = memory;
        _probe = memory.Probe;
    }

    public void Run()
    {
        foreach (AddressSpace space in _memory.AddressSpaces)
        {
            foreach (Vma vma in space.Vmas)
            {
                foreach (MappedEntry entry in space.PageTable.EntriesOf(vma))
                {
                    CheckEntry(vma, entry);
                }
            }
        }

        foreach (Zone zone in _memory.Zones)
        {
            for (int i = 0; i < zone.PageCount; i++)
            {
                if (_memory.PfnToPage(zone.Start + i) is { } page)
                {
                    CheckPage(zone, page);
                }
            }
        }
    }

    private void CheckEntry(Vma vma, MappedEntry entry)
    {
        string where = $"the entry of 0x{entry.Address:x}";
        if (_memory.IsRemoved(entry.Pfn))
        {
            _probe.Breach(Invariant.I3, null, Operation, $"{where} leads to {entry.Pfn}, whose device range is gone");
            return;
        }

        if (_memory.PfnToPage(entry.Pfn) is not { } page || page.Pfn == Pte.ZeroFrame)
        {
            return;
        }

        if (entry.IsCounted(vma))
        {
            _counted[page.Head] = (_counted.TryGetValue(page.Head, out int seen) ? seen : 0) + 1;
        }

        if (page.RefCount - page.Zone.BaseReferences <= 0)
        {
            _probe.Breach(Invariant.I1, page, Operation, page.RefCount <= 0 ? $"{where} leads to a page without references" : $"{where} is not counted, and nothing else holds the page");
        }

        if (page.IsZoneDevice && vma.Backing.File is not null && page.Head.File is null && page.ShareCount == 0)
        {
            _probe.Breach(Invariant.I11, page, Operation, $"{where} shows a page that belongs to no file");
        }
    }

    private void CheckPage(Zone zone, Page page)
    {
        PageCounts counts = page.OwnCounts;
        if (page.IsTail)
        {
            if (counts.Packed != 0)
            {
                _probe.Breach(Invariant.I12, page, Operation, $"a later page of a folio has a count of its own, {counts.RefCount}");
            }

            return;
        }

        if (counts.References < zone.BaseReferences)
        {
            _probe.Breach(Invariant.I2, page, Operation, $"the count is below the zone's own {zone.BaseReferences}");
        }

        int entries = _counted.TryGetValue(page, out int seen) ? seen : 0;
        if (counts.Mappings != entries)
        {
            _probe.Breach(Invariant.I2, page, Operation, $"{entries} counted entries lead to the page");
        }

        if (zone.PgMap is not null && page.PgMap is null)
        {
            _probe.Breach(Invariant.I12, page, Operation, "the page does not show its pgmap");
        }
    }
}
