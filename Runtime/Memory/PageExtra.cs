namespace Devmap;

/// <summary>The words of <c>struct page</c> that most pages never use.</summary>
internal struct PageExtra
{
    /// <summary><c>page-&gt;mapping</c> of a page of a file.</summary>
    public MappedFile? Mapping;

    /// <summary>The second word of <c>lru</c>: the previous page of a list, or what the driver of a device page keeps there (<c>zone_device_data</c>).</summary>
    public object? SecondWord;

    /// <summary><c>page-&gt;index</c>; of a page that several files share the number of them (<c>page-&gt;share</c>), which lies over it.</summary>
    public long IndexOrShare;
}
