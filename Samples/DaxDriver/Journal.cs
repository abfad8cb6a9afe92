using Devmap;

namespace DaxDriver;

/// <summary>Records what is about to change.</summary>
public static class Journal
{
    /// <summary>Writes one byte of a journal block.</summary>
    public static Errno Append(DaxFile file, long block, int offset, byte entry)
    {
        Page? page = file.GetPage(block);
        if (page is null)
        {
            return Errno.ENXIO;
        }

        page.WriteByte(offset, entry);
        page.Put();
        page.SetDirty(); // DVM2003: somebody else's page by now
        return Errno.None;
    }
}
