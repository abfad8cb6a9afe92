using System;
using System.Threading;

namespace Devmap;

/// <content>What befalls the device.</content>
public sealed partial class DaxDevice
{
    private IDaxHolder? _holder;

    /// <summary>Who uses the device as a whole; <see langword="null"/>: nobody who wants to hear of failures (<c>fs_dax_get</c>).</summary>
    /// <remarks>Kernels before v6.0 have none, and call none.</remarks>
    public IDaxHolder? Holder
    {
        get => Volatile.Read(ref _holder);
        set => Volatile.Write(ref _holder, value);
    }

    /// <summary>Held by whoever asked whether the device is alive and acts on the answer (<c>dax_read_lock</c>).</summary>
    internal Srcu Users { get; } = new();

    /// <summary>Tells the holder what has happened to pages of the device (<c>dax_holder_notify_failure</c>).</summary>
    /// <param name="firstPage">The first page concerned, counted from the beginning of the device.</param>
    /// <param name="pageCount">How many pages; <see cref="long.MaxValue"/>: all.</param>
    /// <param name="flags">What has happened.</param>
    /// <returns>
    /// <see cref="Errno.ENXIO"/>: the device is dead; <see cref="Errno.EOPNOTSUPP"/>: nobody is there to be told; else the
    /// holder's answer.
    /// </returns>
    public Errno NotifyFailure(long firstPage, long pageCount, MemoryFailureFlags flags)
    {
        if (!IsAlive)
        {
            return Errno.ENXIO;
        }

        return Memory.Era.NotifiesHolder && Holder is { } holder ? holder.NotifyFailure(this, firstPage, pageCount, flags) : Errno.EOPNOTSUPP;
    }

    /// <summary>
    /// The device is gone or going (<c>kill_dax</c>): no file gives out a page any more, and faults that have begun are
    /// over when this returns, so that no new entry of a page table leads to the device. Its holder is told first, where
    /// the kernel does that, and forgotten. Mappings and references that exist are not touched; see
    /// <see cref="MappedFile.UnmapAll"/>. A fault handler must not call it: it would wait for itself.
    /// </summary>
    public void Kill()
    {
        if (Memory.Era.NotifiesHolderBeforeRemoval)
        {
            NotifyFailure(0, long.MaxValue, MemoryFailureFlags.PreRemove);
        }

        lock (_freeBlocks)
        {
            Volatile.Write(ref _dead, 1);
        }

        Users.Synchronize();
        Holder = null;
    }

    /// <summary>
    /// Takes the device away (the unbind of a pmem device): it is killed, and its range removed. Page-table entries are not
    /// emptied: where they hold a reference this waits for them, and where they do not they lead to removed memory. A
    /// holder that is told can empty them.
    /// </summary>
    /// <param name="timeout">How long to wait for those who hold pages; <see cref="Timeout.InfiniteTimeSpan"/>: for ever.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Whether it is gone and, if not, who holds it. Then the call may be made again.</returns>
    /// <exception cref="ReferenceCountException">The range has been taken away before.</exception>
    public TeardownResult Unbind(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        Kill();
        return Memory.MemUnmapPages(PgMap, timeout, cancellationToken);
    }
}
