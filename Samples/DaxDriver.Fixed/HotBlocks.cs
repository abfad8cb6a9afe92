using Devmap;

namespace DaxDriver;

/// <summary>The blocks that are used most.</summary>
public static class HotBlocks
{
    /// <summary>Remembers a block, by its number: device pages are on no list.</summary>
    public static void Touch(System.Collections.Generic.LinkedList<long> hot, long block)
    {
        hot.Remove(block);
        hot.AddLast(block);
    }
}
