namespace Storage;

/// <summary>Looks after the blocks in the background.</summary>
public static class Checksum
{
    /// <summary>The sum of the bytes of a block; -1: there is no free frame.</summary>
    public static int Of(PageCache cache, long number)
    {
        Frame? frame = cache.Pin(number);
        if (frame is null)
        {
            return -1;
        }

        int sum = 0;
        foreach (byte value in frame.Bytes)
        {
            sum += value;
        }

        frame.Unpin();
        return sum;
    }
}
