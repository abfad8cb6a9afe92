using Devmap;

namespace DaxDriver;

/// <summary>What a block is doing.</summary>
public static class BlockState
{
    /// <summary>Whether nobody uses the page of a block.</summary>
    public static bool IsFree(Page page) => page.RefCount == 1; // DVM1006: that is how it was before v6.15
}
