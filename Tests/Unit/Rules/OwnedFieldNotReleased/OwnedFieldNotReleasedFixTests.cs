using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.OwnedFieldNotReleased;

public sealed class OwnedFieldNotReleasedFixTests
{
    [Fact]
    public Task ReleasesAtTheEnd() => VerifyAsync(
        """
            [OwnedRef] private Page? {|DVM2007:_page|};

            public void Dispose()
            {
                System.Console.WriteLine(); // says so
            }
        """,
        """
            [OwnedRef] private Page? _page;

            public void Dispose()
            {
                System.Console.WriteLine(); // says so
                _page?.Put();
                _page = null;
            }
        """);

    [Fact]
    public Task FillsAnEmptyBody() => VerifyAsync(
        """
            [OwnedRef] private Page {|DVM2007:_page|} = null!;

            public void Dispose() { }
        """,
        """
            [OwnedRef] private Page _page = null!;

            public void Dispose() {
                _page?.Put();
                _page = null!;
            }
        """);

    [Fact]
    public Task TurnsAnExpressionIntoABody() => VerifyAsync(
        """
            [OwnedRef] private Page? {|DVM2007:_page|};

            public void Dispose() => System.Console.WriteLine();
        """,
        """
            [OwnedRef] private Page? _page;

            public void Dispose()
            {
                System.Console.WriteLine();
                _page?.Put();
                _page = null;
            }
        """);

    [Fact]
    public Task ReleasesBeforeTheExitThatForgets() => VerifyAsync(
        """
            [OwnedRef] private Page? _page;

            [ReleasesRef(Kind = "dispose")]
            public bool Close(int n)
            {
                if (n == 0)
                    {|DVM2007:return false;|}

                _page?.Put();
                _page = null;
                return true;
            }

            public void Dispose() => Close(1);
        """,
        """
            [OwnedRef] private Page? _page;

            [ReleasesRef(Kind = "dispose")]
            public bool Close(int n)
            {
                if (n == 0)
                {
                    _page?.Put();
                    _page = null;
                    return false;
                }

                _page?.Put();
                _page = null;
                return true;
            }

            public void Dispose() => Close(1);
        """);

    [Fact]
    public Task ReleasesBeforeItIsCleared() => VerifyAsync(
        """
            [OwnedRef] private Page? _page;

            public void Dispose()
            {
                {|DVM2007:_page = null|};
            }
        """,
        """
            [OwnedRef] private Page? _page;

            public void Dispose()
            {
                _page?.Put();
                _page = null;
            }
        """);

    [Fact]
    public Task FixesEveryField() => VerifyAsync(
        """
            [OwnedRef] private Page? {|DVM2007:_first|};
            [OwnedRef] private Page? {|DVM2007:_second|};

            public void Dispose()
            {
            }
        """,
        """
            [OwnedRef] private Page? _first;
            [OwnedRef] private Page? _second;

            public void Dispose()
            {
                _first?.Put();
                _first = null;
                _second?.Put();
                _second = null;
            }
        """);

    [Theory]
    [InlineData("[OwnedRef] private readonly Page? {|DVM2007:_page|}; public void Dispose() { }")]
    [InlineData("[OwnedRef] private readonly System.Collections.Generic.List<Page> {|DVM2007:_pages|} = new(); public void Dispose() { }")]
    [InlineData("[OwnedRef] private Page? {|DVM2007:_page|}; public void Dispose() => throw new System.Exception();")]
    [InlineData("[OwnedRef] private Page? {|DVM2007:_page|}; public void Dispose() { /* nothing to do */ }")]
    public Task NoFix(string members) => RuleFixTest<OwnedFieldNotReleasedFix>.VerifyNoFixAsync(InClass(members));

    private static Task VerifyAsync(string marked, string expected) =>
        RuleFixTest<OwnedFieldNotReleasedFix>.VerifyAsync(InClass(marked), InClass(expected));

    private static string InClass(string members) =>
        "using System;\nusing Devmap;\nusing Devmap.Contracts;\npublic sealed class C : IDisposable\n{\n" + members + "\n}\n";
}
