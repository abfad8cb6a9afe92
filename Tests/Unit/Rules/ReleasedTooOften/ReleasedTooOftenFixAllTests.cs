using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ReleasedTooOften;

public sealed class ReleasedTooOftenFixAllTests
{
    [Fact]
    public Task FixesSeveralInSeveralDocuments() => RuleFixTest<ReleasedTooOftenFix>.VerifyAsync(
        (
            """
            using Devmap;
            public class C
            {
                public void M(Pool pool)
                {
                    var page = pool.Take();
                    var other = pool.Take();
                    page.Put();
                    other.Put();
                    {|DVM2002:page.Put()|};
                    {|DVM2002:other.Put()|};
                }
            }
            """,
            """
            using Devmap;
            public class C
            {
                public void M(Pool pool)
                {
                    var page = pool.Take();
                    var other = pool.Take();
                    page.Put();
                    other.Put();
                }
            }
            """),
        (
            """
            using Devmap;
            public class D
            {
                public void M(Pool pool)
                {
                    var page = pool.Take();
                    var other = pool.Take();
                    page.Put();
                    other.Put();
                    {|DVM2002:page.Put()|};
                    {|DVM2002:other.Put()|};
                }
            }
            """,
            """
            using Devmap;
            public class D
            {
                public void M(Pool pool)
                {
                    var page = pool.Take();
                    var other = pool.Take();
                    page.Put();
                    other.Put();
                }
            }
            """));

    [Fact]
    public Task KeepsWindowsLineEnds() => RuleFixTest<ReleasedTooOftenFix>.VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool)
            {
                var page = pool.Take();
                var other = pool.Take();
                page.Put();
                other.Put();
                {|DVM2002:page.Put()|};
                {|DVM2002:other.Put()|};
            }
        }

        """.ReplaceLineEndings("\r\n"),
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool)
            {
                var page = pool.Take();
                var other = pool.Take();
                page.Put();
                other.Put();
            }
        }

        """.ReplaceLineEndings("\r\n"));
}
