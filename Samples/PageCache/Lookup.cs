namespace Storage;

/// <summary>Looks for a key, block by block.</summary>
public static class Lookup
{
    /// <summary>The value of a key.</summary>
    public static bool TryFind(PageCache cache, long root, long key, out long value)
    {
        value = 0;
        for (long at = root; at != 0;)
        {
            Frame? frame = cache.Pin(at); // DVM2001: stays pinned where the key is found
            if (frame is null)
            {
                return false;
            }

            var block = new RecordBlock(frame.Bytes);
            if (block.TryFind(key, out value))
            {
                return true;
            }

            at = block.Next;
            frame.Unpin();
        }

        return false;
    }
}
