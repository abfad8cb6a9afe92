using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.UsedAfterRelease;

public sealed class UsedAfterReleaseFixAllTests
{
    [Fact]
    public Task FixesSeveralInSeveralDocuments() => RuleFixTest<UsedAfterReleaseFix>.VerifyAsync(
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
                    other.Put(); // both
                    System.Console.WriteLine({|DVM2003:page.ReadByte(0)|});
                    System.Console.WriteLine({|DVM2003:other.ReadByte(0)|});
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
                    // both
                    System.Console.WriteLine(page.ReadByte(0));
                    page.Put();
                    System.Console.WriteLine(other.ReadByte(0));
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
                    other.Put(); // both
                    System.Console.WriteLine({|DVM2003:page.ReadByte(0)|});
                    System.Console.WriteLine({|DVM2003:other.ReadByte(0)|});
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
                    // both
                    System.Console.WriteLine(page.ReadByte(0));
                    page.Put();
                    System.Console.WriteLine(other.ReadByte(0));
                    other.Put();
                }
            }
            """));

    [Fact]
    public Task KeepsWindowsLineEnds() => RuleFixTest<UsedAfterReleaseFix>.VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool)
            {
                var page = pool.Take();
                var other = pool.Take();
                page.Put();
                other.Put(); // both
                System.Console.WriteLine({|DVM2003:page.ReadByte(0)|});
                System.Console.WriteLine({|DVM2003:other.ReadByte(0)|});
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
                // both
                System.Console.WriteLine(page.ReadByte(0));
                page.Put();
                System.Console.WriteLine(other.ReadByte(0));
                other.Put();
            }
        }

        """.ReplaceLineEndings("\r\n"));
}
