using Devmap;

namespace DaxDriver;

/// <summary>Copies inside the file.</summary>
public static class BlockCopy
{
    /// <summary>Copies one block over another.</summary>
    public static Errno Copy(DaxFile file, long from, long to)
    {
        Page? source = file.GetPage(from); // DVM2001: lost where there is no target
        if (source is null)
        {
            return Errno.ENXIO;
        }

        Page? target = file.GetPage(to);
        if (target is null)
        {
            return Errno.ENXIO;
        }

        for (int i = 0; i < PhysicalMemory.PageSize; i++)
        {
            target.WriteByte(i, source.ReadByte(i));
        }

        target.Put();
        source.Put();
        return Errno.None;
    }
}
