namespace Storage;

/// <summary>Puts a record behind the last one of a table.</summary>
public static class Insert
{
    /// <summary>Adds a record; a block more where the last one is full.</summary>
    /// <returns><see langword="false"/>: the cache has no free frame, or the store no room.</returns>
    public static bool TryAdd(PageCache cache, BlockStore store, long root, long key, long value)
    {
        long at = root;
        while (true)
        {
            Frame? frame = cache.Pin(at);
            if (frame is null)
            {
                return false;
            }

            var block = new RecordBlock(frame.Bytes);
            if (!block.IsFull)
            {
                block.Add(key, value);
                frame.MarkDirty();
                frame.Unpin();
                return true;
            }

            long next = block.Next;
            if (next == 0)
            {
                next = store.Add();
                if (next > 0)
                {
                    block.Next = next;
                    frame.MarkDirty();
                }
            }

            frame.Unpin();
            if (next < 0)
            {
                frame.Unpin(); // DVM2002: the error path cleans up once more
                return false;
            }

            at = next;
        }
    }
}
