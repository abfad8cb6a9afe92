using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.LeakedReference;

public sealed class LeakedReferencePlacesFixTests
{
    [Fact]
    public Task ReleasesAtTheEndOfTheSuccessBranch() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Page page)
            {
                if ({|DVM2001:page.TryGet()|})
                {
                    page.ReadByte(0);
                    // behind it
                }
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public void M(Page page)
            {
                if (page.TryGet())
                {
                    page.ReadByte(0);
                    // behind it
                    page.Put();
                }
            }
        }
        """);

    [Fact]
    public Task WorksAtTheTopLevelOfAProgram() => VerifyAsync(
        """
        // program
        using Devmap;
        var pool = new Pool();
        var page = {|DVM2001:pool.Take()|};
        Use(page.RefCount);

        static void Use(int count) => System.Console.WriteLine(count);
        """,
        """
        // program
        using Devmap;
        var pool = new Pool();
        var page = pool.Take();
        Use(page.RefCount);
        page.Put();

        static void Use(int count) => System.Console.WriteLine(count);
        """);

    [Fact]
    public Task WorksInASwitchSection() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Page page, int n)
            {
                switch (n)
                {
                    case 1:
                        {|DVM2001:page.Get()|};
                        page.ReadByte(0);
                        break;
                }
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public void M(Page page, int n)
            {
                switch (n)
                {
                    case 1:
                        page.Get();
                        page.ReadByte(0);
                        page.Put();
                        break;
                }
            }
        }
        """);

    [Fact]
    public Task TurnsAnExpressionBodyIntoABlock() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Page page) => {|DVM2001:page.Get()|}; // take
        }
        """,
        """
        using Devmap;
        public class C
        {
            public void M(Page page)
            {
                page.Get(); // take
                page.Put();
            }
        }
        """);

    [Fact]
    public Task WorksInALambda() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public System.Func<int> M(Pool pool)
            {
                return () =>
                {
                    var page = {|DVM2001:pool.Take()|};
                    return 1;
                };
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public System.Func<int> M(Pool pool)
            {
                return () =>
                {
                    var page = pool.Take();
                    page.Put();
                    return 1;
                };
            }
        }
        """);

    [Fact]
    public Task NotOfferedWhereAPathMayHaveReleased() => VerifyNoneAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Page page, bool a)
            {
                {|DVM2001:page.Get()|};
                if (a) new Pool().Keep(page);
                return;
            }
        }
        """);

    private static Task VerifyAsync(string marked, string expected, string? key = null) =>
        RuleFixTest<LeakedReferenceFix>.VerifyAsync(marked, expected, key);

    private static Task VerifyNoneAsync(string marked, string? key = null) =>
        RuleFixTest<LeakedReferenceFix>.VerifyAsync(marked, marked, key);
}
