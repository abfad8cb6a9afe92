using System.Collections.Generic;

namespace Devmap;

/// <content>How pages cease to belong to the file.</content>
public sealed partial class DaxFile
{
    /// <summary>
    /// The pages of a part of the file forget it (<c>dax_disassociate_entry</c>, <c>dax_folio_put</c>), under the
    /// invalidation lock. An entry of 512 pages that is only partly meant goes as a whole.
    /// </summary>
    private void Disassociate(int start, int count)
    {
        lock (_entries)
        {
            for (int i = start; i < start + count; i++)
            {
                if (_entries[i].IsHuge)
                {
                    DisassociateHuge(i & ~(PteTable.Size - 1));
                }
                else
                {
                    Forget(_entries[i]);
                }
            }
        }
    }

    private void DisassociateHuge(int start)
    {
        if (Memory.PfnToPage(_entries[start].Block!.Value) is { IsHead: true } head)
        {
            head.DestroyCompound();
        }

        for (int i = start; i < start + PteTable.Size; i++)
        {
            Forget(_entries[i]);
        }
    }

    private void Forget(DaxEntry entry)
    {
        if (entry.IsAssociated && entry.Block is { } block && Memory.PfnToPage(block) is { } page)
        {
            if (Memory.Era.IsDaxPageBusy(page))
            {
                Memory.Probe.Breach(Invariant.I9, page, "dax_disassociate_entry", "the page leaves its file while somebody holds it");
            }

            if (entry.IsShared)
            {
                page.SetShare(System.Math.Max(page.ShareCount - 1, 0));
            }
            else
            {
                page.SetMapping(null);
            }
        }

        entry.IsAssociated = false;
        entry.IsShared = false;
        entry.IsHuge = false;
    }

    /// <summary>Gives the block of an entry back; it is free when the last file that has it does.</summary>
    private void FreeBlock(DaxEntry entry)
    {
        if (entry.Block is not { } block)
        {
            return;
        }

        entry.Block = null;
        Device.Release(block);
    }

    private void FreeBlocks(List<DaxEntry> entries)
    {
        // From the last to the first, so that the device gives out the first one first.
        for (int i = entries.Count - 1; i >= 0; i--)
        {
            FreeBlock(entries[i]);
        }
    }
}
