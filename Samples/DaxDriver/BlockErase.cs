using Devmap;

namespace DaxDriver;

/// <summary>Makes blocks empty again.</summary>
public static class BlockErase
{
    /// <summary>Fills a block with zeros, unless it is in use by a device.</summary>
    public static Errno Erase(DaxFile file, long block)
    {
        Page? page = file.GetPage(block);
        if (page is null)
        {
            return Errno.ENXIO;
        }

        bool busy = page.MaybeDmaPinned;
        if (!busy)
        {
            for (int i = 0; i < PhysicalMemory.PageSize; i++)
            {
                page.WriteByte(i, 0);
            }
        }

        page.Put();
        if (busy)
        {
            page.Put(); // DVM2002: it was given up just before
            return Errno.EBUSY;
        }

        return Errno.None;
    }
}
