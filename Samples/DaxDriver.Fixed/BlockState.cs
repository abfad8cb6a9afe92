using Devmap;

namespace DaxDriver;

/// <summary>What a block is doing.</summary>
public static class BlockState
{
    /// <summary>Whether nobody uses the page of a block.</summary>
    public static bool IsFree(Page page) => page.IsIdle;
}
