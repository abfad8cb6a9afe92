using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.PublishedBeforeAcquired;

public sealed class PublishedBeforeAcquiredFixTests
{
    [Fact]
    public Task TakesTheReferenceFirst() => VerifyAsync(
        """
            public void M(Page page)
            {
                _page?.Put();
                {|DVM2008:_page = page|}; // visible
                page.Get();
            }
        """,
        """
            public void M(Page page)
            {
                _page?.Put();
                page.Get();
                _page = page; // visible
            }
        """);

    [Fact]
    public Task FixesBoth() => VerifyAsync(
        """
            public void M(Page page)
            {
                _page?.Put();
                {|DVM2008:_page = page|};
                page?.Get();
            }

            public void N(Page page)
            {
                {|DVM2008:_pages.Add(page)|};
                page.Get();
            }
        """,
        """
            public void M(Page page)
            {
                _page?.Put();
                page?.Get();
                _page = page;
            }

            public void N(Page page)
            {
                page.Get();
                _pages.Add(page);
            }
        """);

    /// <summary>Before the store the field names another object.</summary>
    [Fact]
    public Task NoFixForAnAcquireThroughTheField() => RuleFixTest<PublishedBeforeAcquiredFix>.VerifyNoFixAsync(
        InClass("public void M(Page page) { _page?.Put(); {|DVM2008:_page = page|}; _page.Get(); }"));

    private static Task VerifyAsync(string marked, string expected) =>
        RuleFixTest<PublishedBeforeAcquiredFix>.VerifyAsync(InClass(marked), InClass(expected));

    private static string InClass(string members) =>
        """
        using System;
        using System.Collections.Generic;
        using Devmap;
        using Devmap.Contracts;
        public sealed class C : IDisposable
        {
            [OwnedRef] private Page? _page;
            [OwnedRef] private readonly List<Page> _pages = new();

            public void Dispose()
            {
                _page?.Put();
                _page = null;
                foreach (Page page in _pages)
                    page.Put();
                _pages.Clear();
            }

        """ + members + "\n}\n";
}
