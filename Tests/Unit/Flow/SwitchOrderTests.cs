using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>
/// The tests of a switch stand behind its sections in the graph, so that a jump to an earlier block is no loop. Random
/// programs showed leaks in sections that were counted as loosely as those of a loop.
/// </summary>
public sealed class SwitchOrderTests
{
    [Theory]
    [InlineData("case 1: item.Put(); return; default: if ({|DVM2001:item.TryGet()|}) { if (a) { item.Put(); item.Put(); } } else item.Put(); break;")]
    [InlineData("case 1: item.Put(); return; case 2: if ({|DVM2001:item.TryGet()|}) { if (a) { item.Put(); item.Put(); } } else item.Put(); break; default: goto case 1;")]
    public Task Reported(string sections) => CountedCode.VerifyBodyAsync("Item item = Pool.Take(); switch (n) { " + sections + " }");

    [Theory]
    [InlineData("case 1: item.Put(); return; default: if (item.TryGet()) { if (a) { item.Put(); item.Put(); } else { item.Put(); item.Put(); } } else item.Put(); break;")]
    [InlineData("case 1: item.Put(); return; default: do { item.Get(); item.Put(); } while (a); item.Put(); break;")]
    public Task Silent(string sections) => CountedCode.VerifyBodyAsync("Item item = Pool.Take(); switch (n) { " + sections + " }");
}
