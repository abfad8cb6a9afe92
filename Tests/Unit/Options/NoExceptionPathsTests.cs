using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Options;

/// <summary><c>devmap_exceptions = none</c>: what is held where a body is left by an exception is no leak. Handlers run all the same.</summary>
public sealed class NoExceptionPathsTests
{
    [Theory]
    [InlineData("lent.Get(); if (a) throw new Exception(); lent.Put();")]
    [InlineData("lent.Get(); if (a) throw new Exception();  lent.Put(); Pool.Check(a);")]
    [InlineData("lent.Get(); try { if (a) throw new Exception(); } finally { n++; } lent.Put();")]
    [InlineData("lent.Get(); try { lent.Read(); } catch { throw; } lent.Put();")]
    [InlineData("lent.Get(); var x = Pool.Find(n) ?? throw new Exception(); x.Put(); lent.Put();")]
    [InlineData("lent.Get(); lent.Read(); lent.Put();")]
    public Task Clean(string body) => OptionTest.VerifyBodyAsync("devmap_exceptions = none", body);

    [Theory]
    [InlineData("{|DVM2001:lent.Get()|}; if (a) return; lent.Put();")]
    [InlineData("{|DVM2001:lent.Get()|}; try { throw new Exception(); } catch { }")]
    [InlineData("lent.Get(); try { lent.Put(); lent.Read(); } finally { {|DVM2002:lent.Put()|}; }")]
    [InlineData("lent.Get(); try { if (a) throw new Exception(); lent.Put(); } catch { lent.Put(); throw; } {|DVM2002:lent.Put()|};")]
    public Task Faulty(string body) => OptionTest.VerifyBodyAsync("devmap_exceptions = none", body);
}
