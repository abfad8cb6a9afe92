namespace Storage;

/// <summary>Brings blocks into the cache before they are asked for.</summary>
public static class ReadAhead
{
    /// <summary>Reads blocks in that follow each other.</summary>
    /// <returns>How many are there now.</returns>
    public static int Run(PageCache cache, long first, int count)
    {
        var frames = new Frame[count];
        int pinned = cache.PinRange(first, count, frames);
        if (pinned > 0)
        {
            cache.UnpinRange(frames, pinned);
        }

        return pinned;
    }
}
