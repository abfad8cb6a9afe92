using Devmap;

namespace DaxDriver;

/// <summary>The blocks that are used most.</summary>
public static class HotBlocks
{
    /// <summary>Remembers a block.</summary>
    public static void Touch(LruList lru, DaxFile file, long block)
    {
        Page? page = file.GetPage(block);
        if (page is null)
        {
            return;
        }

        lru.Add(page); // DVM1008: its pgmap is where the list runs
        page.Put();
    }
}
