using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>What a loop changes is unknown in its next round, but for the numbers that the body names itself.</summary>
public sealed class WrittenConstantTests
{
    [Theory]
    [InlineData("Item item = Pool.Take(); if (n == 1) for (int i = 0; i < n; i++) item.Put(); else item.Put();")]
    [InlineData("Item item = Pool.Take(); if (n <= 0) { item.Put(); return; } if (n > 1) { item.Put(); return; } for (int i = 0; i < n; i++) item.Put();")]
    [InlineData("int state = 0; Item item = null; while (true) { switch (state) { case 0: item = Pool.Take(); state = 1; break; case 1: item.Put(); state = 2; break; default: return; } }")]
    [InlineData("string state = \"take\"; Item item = null; while (state != \"done\") { if (state == \"take\") { item = Pool.Take(); state = \"give\"; } else { item.Put(); state = \"done\"; } }")]
    public Task Clean(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("Item item = Pool.Take(); if (n == 2) for (int i = 0; i < n; i++) {|DVM2002:item.Put()|}; else item.Put();")]
    [InlineData("int state = 0; Item item = null; while (true) { switch (state) { case 0: item = {|DVM2001:Pool.Take()|}; state = 2; break; case 1: item.Put(); state = 2; break; default: return; } }")]
    public Task Faulty(string body) => CountedCode.VerifyBodyAsync(body);
}
