using Devmap;

namespace DaxDriver;

/// <summary>Shows the first block of the file to a process that looks after the filesystem.</summary>
public static class MetadataWindow
{
    /// <summary>Puts the block at an address.</summary>
    public static Errno Open(DaxFile file, Vma vma, ulong address)
    {
        Page? page = file.GetPage(0);
        if (page is null)
        {
            return Errno.ENXIO;
        }

        Errno error = vma.InsertMixed(address, page.Pfn); // DVM1004: the entry holds nothing
        page.Put();
        return error;
    }
}
