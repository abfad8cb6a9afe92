using System;
using System.Threading;
using Devmap;
using Devmap.Contracts;

namespace Emulator;

/// <summary>Remembers the page that the guest touched last, so that the next access need not look for it.</summary>
public sealed class TranslationCache : IDisposable
{
    [OwnedRef]
    private Page? _page;
    private int _frame = -1;

    /// <summary>How often the page was there.</summary>
    public int Hits { get; private set; }

    /// <summary>Reads a byte of the guest.</summary>
    public byte Read(GuestMemory guest, int frame, int offset)
    {
        if (frame == _frame && _page is { } known)
        {
            Hits++;
            return known.ReadByte(offset);
        }

        if (guest.Find(frame) is not { } page)
        {
            return 0;
        }

        Remember(frame, page);
        return page.ReadByte(offset);
    }

    /// <summary>Forgets the page: the guest has another one there.</summary>
    public void Flush()
    {
        _frame = -1;
        Interlocked.Exchange(ref _page, null)?.Put();
    }

    public void Dispose() => Flush();

    private void Remember(int frame, Page page)
    {
        page.Get();
        Interlocked.Exchange(ref _page, page)?.Put();
        _frame = frame;
    }
}
