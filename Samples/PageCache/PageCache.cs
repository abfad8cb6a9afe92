using System;
using System.Collections.Generic;
using Devmap.Contracts;

namespace Storage;

/// <summary>Keeps the blocks that are used in a fixed number of frames; the one that was used least recently goes first (a clock).</summary>
public sealed class PageCache
{
    private readonly BlockStore _store;
    private readonly Frame[] _frames;
    private readonly Dictionary<long, Frame> _places = new();
    private int _hand;

    public PageCache(BlockStore store, int frames)
    {
        _store = store;
        _frames = new Frame[frames];
        for (int i = 0; i < frames; i++)
        {
            _frames[i] = new Frame();
        }
    }

    public int FrameCount => _frames.Length;

    /// <summary>A block, pinned for the caller.</summary>
    /// <returns><see langword="null"/>: all frames are pinned.</returns>
    [return: AcquiresRef(Kind = "pin", When = When.NotNull)]
    public Frame? Pin(long block)
    {
        lock (_places)
        {
            return _places.TryGetValue(block, out Frame? frame) && frame.TryPin() ? frame : ReadIn(block);
        }
    }

    /// <summary>Blocks one after the other, pinned for the caller.</summary>
    /// <param name="first">The first block.</param>
    /// <param name="count">How many are wanted.</param>
    /// <param name="frames">Receives them.</param>
    /// <returns>How many are pinned, from the first on; there may be fewer frames free than asked for.</returns>
    public int PinRange(long first, int count, [AcquiresRef(Kind = "pin", When = When.Positive, Count = "return")] Frame[] frames)
    {
        int pinned = 0;
        while (pinned < count && Pin(first + pinned) is { } frame)
        {
            frames[pinned++] = frame;
        }

        return pinned;
    }

    /// <summary>Gives the pins of the first <paramref name="count"/> frames up.</summary>
    public void UnpinRange([ReleasesRef(Kind = "pin", Count = nameof(count))] Frame[] frames, int count)
    {
        for (int i = 0; i < count; i++)
        {
            frames[i].Unpin();
        }
    }

    /// <summary>A frame, whatever is in it: nothing keeps that, unless it gets pinned.</summary>
    [return: UncountedRef]
    public Frame FrameAt(int index) => _frames[index];

    // Twice round: the first time takes the mark of recent use away.
    [return: AcquiresRef(Kind = "pin", When = When.NotNull)]
    private Frame? ReadIn(long block)
    {
        for (int i = 0; i < 2 * _frames.Length; i++)
        {
            Frame frame = _frames[_hand];
            _hand = (_hand + 1) % _frames.Length;
            long old = frame.Block;
            if (frame.IsRecent)
            {
                frame.IsRecent = false;
            }
            else if (frame.TryReplace(_store, block))
            {
                _places.Remove(old);
                _places.Add(block, frame);
                return frame;
            }
        }

        return null;
    }
}
