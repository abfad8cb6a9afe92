using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Inference;

/// <summary>What is left of the caller's references when a helper throws.</summary>
public sealed class HelperThrowsTests
{
    private const string Helpers = """
        private static int ReadAndDrop(Item item) { try { return item.Read(); } finally { item.Put(); } }
        private static int ReadThenDrop(Item item) { int read = item.Read(); item.Put(); return read; }
        private static int DropThenWork(Item item) { item.Put(); Pool.Check(true); return 1; }
        private static int DropBetween(Item item) { Pool.Check(true); item.Put(); Pool.Check(false); return 1; }
        private static void HoldThenWork(Item item) { item.Get(); Pool.Check(true); }

        """;

    [Theory]
    [InlineData("var x = Pool.Take(); try { ReadThenDrop(x); } catch { x.Put(); throw; }")]
    [InlineData("var x = Pool.Take(); try { ReadAndDrop(x); } catch { throw; }")]
    [InlineData("var x = Pool.Take(); try { DropThenWork(x); } catch { }")]
    [InlineData("var x = Pool.Take(); try { DropBetween(x); } catch { }")]
    [InlineData("var x = Pool.Take(); try { DropBetween(x); } catch { x.Put(); }")]
    [InlineData("try { HoldThenWork(lent); } catch { return; } lent.Put();")]
    [InlineData("try { HoldThenWork(lent); } catch { lent.Put(); return; } lent.Put();")]
    public Task Clean(string body) => InferredCode.VerifyAsync(Helpers, body);

    [Theory]
    [InlineData("var x = Pool.Take(); try { ReadAndDrop(x); } catch { {|DVM2002:x.Put()|}; throw; }")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; try { ReadThenDrop(x); } catch { }")]
    [InlineData("var x = Pool.Take(); try { DropThenWork(x); } catch { {|DVM2002:x.Put()|}; }")]
    public Task Faulty(string body) => InferredCode.VerifyAsync(Helpers, body);
}
