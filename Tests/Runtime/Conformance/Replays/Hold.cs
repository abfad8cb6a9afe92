using System;

namespace Devmap.Tests.Runtime.Conformance.Replays;

/// <summary>How somebody holds a page while another works on its file, and lets it go.</summary>
internal sealed class Hold
{
    private readonly bool _isPin;
    private readonly bool _isSplice;
    private Page? _page;

    private Hold(Page? page, bool isPin, bool isSplice)
    {
        _page = page;
        _isPin = isPin;
        _isSplice = isSplice;
    }

    /// <summary>What a pipe had to give when it was emptied; <c>-</c>: no pipe.</summary>
    public string Data { get; private set; } = "-";

    /// <summary>Takes the page behind the mapping; <paramref name="error"/> says why not.</summary>
    public static Hold Take(Place place, string how, RecordedKernel kernel, out Errno error)
    {
        error = Errno.None;
        string way = how.Replace("munmapped+", string.Empty, StringComparison.Ordinal);
        if (way == "none")
        {
            return new Hold(page: null, isPin: false, isSplice: false);
        }

        bool isTransfer = way.StartsWith("odirect", StringComparison.Ordinal);
        bool isPin = way.StartsWith("pin_fast", StringComparison.Ordinal) || way == "io_uring-longterm" || (isTransfer && kernel == RecordedKernel.Linux612);
        GupFlags flags = way == "io_uring-longterm" ? GupFlags.LongTerm | GupFlags.Write : GupFlags.None;
        var pages = new Page[1];
        int taken = isPin
            ? place.Space.PinUserPagesFast(place.Address, 1, flags, pages)
            : place.Space.GetUserPagesFast(place.Address, 1, flags, pages);
        if (taken < 0)
        {
            error = (Errno)(-taken);
            return new Hold(page: null, isPin: false, isSplice: false);
        }

        if (how.StartsWith("munmapped", StringComparison.Ordinal))
        {
            place.Unmap();
        }

        return new Hold(pages[0], isPin, isSplice: way.StartsWith("vmsplice", StringComparison.Ordinal));
    }

    public void LetGo()
    {
        if (_page is not { } page)
        {
            return;
        }

        _page = null;
        if (_isSplice)
        {
            Data = ((char)page.ReadByte(0)).ToString();
        }

        if (_isPin)
        {
            page.Unpin();
        }
        else
        {
            page.Put();
        }
    }
}
