using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.UncheckedAcquire;

public sealed class UncheckedAcquireFixTests
{
    [Theory]
    [InlineData("void", "return;", "")]
    [InlineData("bool", "return false;", " return true;")]
    [InlineData("Errno", "return Errno.EAGAIN;", " return Errno.None;")]
    [InlineData("string?", "return null;", " return \"\";")]
    [InlineData("int?", "return null;", " return 1;")]
    [InlineData("async System.Threading.Tasks.Task<bool>", "return false;", " await System.Threading.Tasks.Task.Yield(); return true;")]
    [InlineData("System.Threading.Tasks.Task<bool>", "return System.Threading.Tasks.Task.FromResult<bool>(false);", " return System.Threading.Tasks.Task.FromResult(true);")]
    [InlineData("System.Collections.Generic.IEnumerable<int>", "yield break;", " yield return 1;")]
    [InlineData("int", "throw new System.InvalidOperationException(\"No reference to page could be taken.\");", " return 1;")]
    public Task LeavesByTheAnswerOfTheMethod(string type, string exit, string rest) => VerifyAsync(
        $$"""
        using Devmap;
        public class C
        {
            public {{type}} M(Page page)
            {
                // take it
                {|DVM2005:page.TryGet()|}; // now
                page.Put();{{rest}}
            }
        }
        """,
        $$"""
        using Devmap;
        public class C
        {
            public {{type}} M(Page page)
            {
                // take it
                if (!page.TryGet()) // now
                {
                    {{exit}}
                }

                page.Put();{{rest}}
            }
        }
        """, null);

    [Fact]
    public Task ContinuesInALoop() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public int M(Page[] pages)
            {
                foreach (var page in pages)
                {
                    {|DVM2005:page.TryGet()|};
                    page.Put();
                }

                return 0;
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public int M(Page[] pages)
            {
                foreach (var page in pages)
                {
                    if (!page.TryGet())
                    {
                        continue;
                    }

                    page.Put();
                }

                return 0;
            }
        }
        """, UncheckedAcquireFix.GuardKey);

    [Fact]
    public Task TestsANamedAnswer() => VerifyAsync(
        """
        using Devmap;
        using System;
        public class C
        {
            public int M(Page page)
            {
                bool ok = {|DVM2005:page.TryGet()|};
                page.Put();
                return ok ? 1 : 0;
            }
        }
        """,
        """
        using Devmap;
        using System;
        public class C
        {
            public int M(Page page)
            {
                bool ok = page.TryGet();
                if (!ok)
                {
                    throw new InvalidOperationException("No reference to page could be taken.");
                }

                page.Put();
                return ok ? 1 : 0;
            }
        }
        """, UncheckedAcquireFix.ThrowKey);

    private static Task VerifyAsync(string marked, string expected, string? key) =>
        RuleFixTest<UncheckedAcquireFix>.VerifyAsync(marked, expected, key);
}
