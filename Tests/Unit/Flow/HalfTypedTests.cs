using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>The text up to every place of a method, as an editor sees it while it is typed.</summary>
public sealed class HalfTypedTests
{
    private const string Head = "using System; using Devmap.Contracts; public class C { [OwnedRef] private Item _kept; public int M([ReleasesRef] Item x, bool a, int n) {\n";

    private const string Body = """
        if (!x.TryGet()) { x.Put(); return 0; }
        try { using var m = new System.IO.MemoryStream(); foreach (var i in new[] { 1 }) _kept ??= Pool.Find(i) ?? throw new Exception($"{n}"); }
        catch (Exception e) when (e is { Message: "a" or not null }) { Action f = () => x.Read(); f(); }
        finally { x.Put(); x.Put(); }
        return n switch { 0 => 1, > 3 when a => x?.Read() ?? 2, _ => (a, n) is (true, var k) ? k : 0 };
        """;

    [Theory]
    [InlineData("")]
    [InlineData("} }")]
    [InlineData("; } }")]
    public async Task Every_third_place(string end)
    {
        for (int length = end.Length % 3; length < Body.Length; length += 3)
        {
            await Mutants.CheckAsync(Mutants.Counted, Head + Body[..length] + end);
        }
    }
}
