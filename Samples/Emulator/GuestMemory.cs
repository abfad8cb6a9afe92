using System;
using System.Threading;
using Devmap;
using Devmap.Contracts;

namespace Emulator;

/// <summary>The RAM of a guest: host pages by their guest frame numbers. It holds a reference on each.</summary>
public sealed class GuestMemory : IDisposable
{
    [OwnedRef]
    private readonly Page?[] _frames;

    public GuestMemory(PhysicalMemory host, int frames)
    {
        Host = host;
        _frames = new Page?[frames];
    }

    public PhysicalMemory Host { get; }

    public int FrameCount => _frames.Length;

    /// <summary>The host page of a guest frame, alive as long as the guest keeps it.</summary>
    /// <returns><see langword="null"/>: the guest has nothing there.</returns>
    [return: BorrowedRef]
    public Page? Find(int frame) => _frames[frame];

    /// <summary>Takes the page of a guest frame away from the guest.</summary>
    /// <returns><see langword="null"/>: the guest has nothing there.</returns>
    [return: AcquiresRef(When = When.NotNull)]
    public Page? Take(int frame) => Interlocked.Exchange(ref _frames[frame], null);

    /// <summary>Gives the guest a page, with the reference that the caller has on it.</summary>
    public void Give(int frame, [ReleasesRef] Page page)
    {
        _frames[frame]?.Put();
        _frames[frame] = page;
    }

    /// <summary>Puts a page of zeros behind each frame that has none.</summary>
    public Errno Populate()
    {
        for (int frame = 0; frame < _frames.Length; frame++)
        {
            if (_frames[frame] is null)
            {
                if (Host.AllocPage() is not { } page)
                {
                    return Errno.ENOMEM;
                }

                _frames[frame] = page;
            }
        }

        return Errno.None;
    }

    public void Dispose()
    {
        for (int frame = 0; frame < _frames.Length; frame++)
        {
            _frames[frame]?.Put();
            _frames[frame] = null;
        }
    }
}
