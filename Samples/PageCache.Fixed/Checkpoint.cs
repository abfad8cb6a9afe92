namespace Storage;

/// <summary>Writes back what has changed.</summary>
public static class Checkpoint
{
    /// <summary>Writes all blocks back that can be had.</summary>
    public static void Run(PageCache cache, BlockStore store)
    {
        for (int i = 0; i < cache.FrameCount; i++)
        {
            Frame frame = cache.FrameAt(i);
            if (frame.TryPin())
            {
                frame.Clean(store);
                frame.Unpin();
            }
        }
    }
}
