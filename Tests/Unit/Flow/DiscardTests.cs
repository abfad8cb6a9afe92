using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>What goes into <c>_</c> is gone: a reference that comes with it is lost at once.</summary>
public sealed class DiscardTests
{
    [Theory]
    [InlineData("_ = lent.Read();")]
    [InlineData("_ = lent;")]
    [InlineData("if (!Fill(out _)) return;")]
    [InlineData("var (_, k) = (lent, 1);")]
    [InlineData("Pool.Take().Put(); _ = n;")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("_ = {|DVM2001:Pool.Take()|};")]
    [InlineData("_ = {|DVM2001:Pool.Find(n)|};")]
    [InlineData("if ({|DVM2001:Pool.TryTake(out _)|}) lent.Read();")]
    [InlineData("{|DVM2001:Pool.TryTake(out _)|};")]
    [InlineData("bool ok = {|DVM2001:Pool.TryTake(out _)|};")]
    [InlineData("var (_, k) = ({|DVM2001:Pool.Take()|}, 1);")]
    public Task Faulty(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => CountedCode.VerifyMembersAsync(
        "private static bool Fill(out Item x) { x = null; return false; } public void M(Item lent, int n) {\n" + body + "\n}");
}
