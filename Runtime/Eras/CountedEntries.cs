
namespace Devmap;

/// <summary>
/// v5.15 in which <c>vm_normal_page</c> finds DAX pages: they go into page tables with <c>insert_page</c>, everything that
/// counts mappings counts theirs, and nothing else is changed.
/// </summary>
internal sealed class CountedEntries : Linux515
{
    public CountedEntries()
        : base("Linux 5.15 with counted entries")
    {
    }

    internal override bool MakesDevmapEntry(Page? page) => false;

    internal override Errno InsertDaxPage(Vma vma, ulong address, Page page, bool isWrite) => vma.InsertPageMkWrite(address, page, isWrite);

    // The first roadblock that the thread names: 512 small pages are no folio that one entry could count.
    internal override Errno InsertDaxPmd(Vma vma, ulong address, Page first, bool isWrite) => Errno.EINVAL;

    // The count has the mappings in it now.
    internal override bool IsDaxPageBusy(Page page) => page.RefCount - page.MapCount > page.Zone.BaseReferences;
}
