namespace Devmap;

/// <content>Whether anybody has the page.</content>
public sealed partial class Page
{
    /// <summary>
    /// Whether nobody has the page but the range that it lies in (<c>dax_page_is_idle</c>): no reference, no pin, no entry that
    /// is counted. A snapshot. It is the test that is right in every <see cref="Era"/>, whatever an idle page counts there.
    /// </summary>
    /// <remarks>Before v6.15 the entries of DAX pages are not counted, so that a page which is mapped looks idle.</remarks>
    public bool IsIdle => Counts.Packed == _zone.BaseReferences;
}
