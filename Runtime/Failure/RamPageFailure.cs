using Devmap.Contracts;

namespace Devmap;

/// <summary>A hardware error in RAM (<c>memory_failure</c>): the page leaves page tables and cache, and is never handed out again.</summary>
internal static class RamPageFailure
{
    public static Errno Handle([UncountedRef] Page page)
    {
        if (!page.TryGet())
        {
            // Free, or the page of zeros; the model has no isolation of free pages.
            return Errno.EBUSY;
        }

        page.SetFlag(PageFlags.HwPoison);
        if (page.Head.File is CachedFile file)
        {
            file.Drop(page.Index, 1);
        }

        FrameUnmapper.Unmap(page, leaveError: true);
        page.Put();
        return Errno.None;
    }
}
