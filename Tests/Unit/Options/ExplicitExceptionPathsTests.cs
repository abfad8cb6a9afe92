using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Options;

/// <summary>
/// <c>devmap_exceptions = explicit</c>, which is the default: a <c>throw</c> that leaves the body is a way out, the
/// exception of a call is none, through however many <c>finally</c> blocks it goes.
/// </summary>
public sealed class ExplicitExceptionPathsTests
{
    [Theory]
    [InlineData("lent.Get(); Pool.Check(a); lent.Put();")]
    [InlineData("lent.Get(); try { Pool.Check(a); } finally { n++; } lent.Put();")]
    [InlineData("lent.Get(); try { Pool.Check(a); } catch (InvalidOperationException) { } lent.Put();")]
    [InlineData("lent.Get(); try { try { Pool.Check(a); } finally { n++; } } finally { n--; } lent.Put();")]
    public Task Clean(string body) => OptionTest.VerifyBodyAsync("devmap_exceptions = explicit", body);

    [Theory]
    [InlineData("{|DVM2001:lent.Get()|}; if (a) throw new Exception(); lent.Put();")]
    [InlineData("{|DVM2001:lent.Get()|}; try { if (a) throw new Exception(); } finally { n++; } lent.Put();")]
    [InlineData("{|DVM2001:lent.Get()|}; try { Pool.Check(a); } catch { throw; } lent.Put();")]
    public Task Faulty(string body) => OptionTest.VerifyBodyAsync("devmap_exceptions = explicit", body);

    /// <summary>A function that throws has acquired nothing for its caller, private or not.</summary>
    [Fact]
    public Task Of_a_helper_that_throws_as_well() => OptionTest.VerifyAsync("", """
        static class C
        {
            internal static void Take(Item item, bool bad) { {|DVM2001:item.Get()|}; if (bad) throw new Exception(); }
            internal static void TakeChecked(Item item, bool bad) { if (bad) throw new Exception(); item.Get(); }
        }
        """);
}
