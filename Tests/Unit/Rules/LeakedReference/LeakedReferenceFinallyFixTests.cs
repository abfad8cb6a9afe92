using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.LeakedReference;

public sealed class LeakedReferenceFinallyFixTests
{
    private const string Finally = LeakedReferenceFix.ReleaseInFinallyKey;

    [Fact]
    public Task WrapsWhereSeveralExitsLeak() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public int M(Page page)
            {
                if (!{|DVM2001:page.TryGet()|})
                    return -1;

                // look at it
                if (page.RefCount > 1)
                {
                    return 1;
                }

                var text = @"two
        lines";
        #if !NEVER
                System.Console.WriteLine(text);
        #else
                /* left alone */
        #endif
                return text.Length;
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public int M(Page page)
            {
                if (!page.TryGet())
                    return -1;

                try
                {
                    // look at it
                    if (page.RefCount > 1)
                    {
                        return 1;
                    }

                    var text = @"two
        lines";
        #if !NEVER
                    System.Console.WriteLine(text);
        #else
                /* left alone */
        #endif
                    return text.Length;
                }
                finally
                {
                    page.Put();
                }
            }
        }
        """);

    [Fact]
    public Task FinallyReplacesReleasesOfOtherPaths() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public int M(Page page, bool a)
            {
                {|DVM2001:page.Get()|};
                if (a) return 1;
                page.Put();
                return 2;
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public int M(Page page, bool a)
            {
                page.Get();
                try
                {
                    if (a) return 1;
                }
                finally
                {
                    page.Put();
                }

                return 2;
            }
        }
        """, Finally);

    [Fact]
    public Task KeepsWindowsLineEndsAndTabs() => VerifyAsync(
        "using Devmap;\r\npublic class C\r\n{\r\n\tpublic int M(Page page, bool a)\r\n\t{\r\n\t\t{|DVM2001:page.Get()|};\r\n\t\tif (a)\r\n\t\t\treturn 1;\r\n\t\treturn 2;\r\n\t}\r\n}\r\n",
        "using Devmap;\r\npublic class C\r\n{\r\n\tpublic int M(Page page, bool a)\r\n\t{\r\n\t\tpage.Get();\r\n\t\ttry\r\n\t\t{\r\n\t\t\tif (a)\r\n\t\t\t\treturn 1;\r\n\t\t\treturn 2;\r\n\t\t}\r\n\t\tfinally\r\n\t\t{\r\n\t\t\tpage.Put();\r\n\t\t}\r\n\t}\r\n}\r\n");

    [Fact]
    public Task FollowsBracesAtTheEndOfTheLine() => VerifyAsync(
        """
        using Devmap;
        public class C {
          public int M(Page page, bool a) {
            {|DVM2001:page.Get()|};
            if (a) {
              return 1;
            }

            return 2;
          }
        }
        """,
        """
        using Devmap;
        public class C {
          public int M(Page page, bool a) {
            page.Get();
            try {
              if (a) {
                return 1;
              }

              return 2;
            } finally {
              page.Put();
            }
          }
        }
        """);

    [Fact]
    public Task NotOfferedAcrossADirective() => VerifyNoneAsync(
        """
        using Devmap;
        public class C
        {
            public int M(Page page, bool a)
            {
        #if !NEVER
                {|DVM2001:page.Get()|};
                if (a) return page.ReadByte(0);
        #endif
                return 1;
            }
        }
        """, Finally);

    private static Task VerifyAsync(string marked, string expected, string? key = null) =>
        RuleFixTest<LeakedReferenceFix>.VerifyAsync(marked, expected, key);

    private static Task VerifyNoneAsync(string marked, string? key = null) =>
        RuleFixTest<LeakedReferenceFix>.VerifyAsync(marked, marked, key);
}
