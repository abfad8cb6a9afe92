using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.UncheckedAcquire;

public sealed class UncheckedAcquireFixAllTests
{
    [Fact]
    public Task FixesSeveralInSeveralDocuments() => RuleFixTest<UncheckedAcquireFix>.VerifyAsync(
        (
            """
            using Devmap;
            public class C
            {
                public bool M(Page page, Page other)
                {
                    {|DVM2005:page.TryGet()|}; // the first
                    page.Put();
                    bool ok = {|DVM2005:other.TryGet()|};
                    other.Put();
                    return true;
                }
            }
            """,
            """
            using Devmap;
            public class C
            {
                public bool M(Page page, Page other)
                {
                    if (!page.TryGet()) // the first
                    {
                        return false;
                    }

                    page.Put();
                    bool ok = other.TryGet();
                    if (!ok)
                    {
                        return false;
                    }

                    other.Put();
                    return true;
                }
            }
            """),
        (
            """
            using Devmap;
            public class D
            {
                public bool M(Page page, Page other)
                {
                    {|DVM2005:page.TryGet()|}; // the first
                    page.Put();
                    bool ok = {|DVM2005:other.TryGet()|};
                    other.Put();
                    return true;
                }
            }
            """,
            """
            using Devmap;
            public class D
            {
                public bool M(Page page, Page other)
                {
                    if (!page.TryGet()) // the first
                    {
                        return false;
                    }

                    page.Put();
                    bool ok = other.TryGet();
                    if (!ok)
                    {
                        return false;
                    }

                    other.Put();
                    return true;
                }
            }
            """));

    [Fact]
    public Task KeepsWindowsLineEnds() => RuleFixTest<UncheckedAcquireFix>.VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public bool M(Page page, Page other)
            {
                {|DVM2005:page.TryGet()|}; // the first
                page.Put();
                bool ok = {|DVM2005:other.TryGet()|};
                other.Put();
                return true;
            }
        }

        """.ReplaceLineEndings("\r\n"),
        """
        using Devmap;
        public class C
        {
            public bool M(Page page, Page other)
            {
                if (!page.TryGet()) // the first
                {
                    return false;
                }

                page.Put();
                bool ok = other.TryGet();
                if (!ok)
                {
                    return false;
                }

                other.Put();
                return true;
            }
        }

        """.ReplaceLineEndings("\r\n"));
}
