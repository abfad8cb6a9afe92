using Devmap;

namespace DaxDriver;

/// <summary>The driver as the holder of its device.</summary>
public sealed class Holder : IDaxHolder
{
    public Holder(DaxFile file) => File = file;

    public DaxFile File { get; }

    public Errno NotifyFailure(DaxDevice device, long firstPage, long pageCount, MemoryFailureFlags flags) => Errno.EOPNOTSUPP; // DVM1007: nobody takes the mappings away
}
