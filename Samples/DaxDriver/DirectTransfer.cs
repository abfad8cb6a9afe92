using Devmap;

namespace DaxDriver;

/// <summary>Lets another device write straight into the file.</summary>
public static class DirectTransfer
{
    /// <summary>Receives <paramref name="count"/> pages; answers how many, or a negative errno.</summary>
    public static int Receive(DaxFile file, AddressSpace space, int count)
    {
        Vma vma = file.Map(space, count);
        var pages = new Page[count];
        int pinned = space.PinUserPages(vma.Start, count, GupFlags.Write | GupFlags.LongTerm, pages); // DVM1002: truncate would wait for ever
        if (pinned > 0)
        {
            for (int i = 0; i < pinned; i++)
            {
                pages[i].SetDirty();
            }

            space.UnpinUserPages(pages, pinned);
        }

        space.Unmap(vma);
        return pinned;
    }
}
