using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>A written <c>throw</c> is a way out like a return; a call that may throw outside any <c>try</c> is not.</summary>
public sealed class ThrowTests
{
    [Theory]
    [InlineData("if (a) throw new Exception(); lent.Get(); lent.Put();")]
    [InlineData("lent.Get(); if (a) { lent.Put(); throw new Exception(); } lent.Put();")]
    [InlineData("lent.Get(); lent.Read(); Pool.Check(a); lent.Put();")]
    [InlineData("lent.Get(); if (a) Pool.Fail(); lent.Put();")]
    [InlineData("lent.Get(); if (a) Environment.FailFast(\"\"); lent.Put();")]
    [InlineData("lent.Get(); if (a) Environment.Exit(1); lent.Put();")]
    [InlineData("lent.Get(); try { if (a) throw new Exception(); lent.Read(); } catch (Exception) { } lent.Put();")]
    [InlineData("lent.Get(); try { if (a) throw new Exception(); } finally { lent.Put(); }")]
    [InlineData("var x = Pool.Find(n) ?? throw new Exception(); x.Put();")]
    [InlineData("string s = a ? \"\" : throw new Exception(); lent.Get(); lent.Put();")]
    [InlineData("lent.Get(); System.Diagnostics.Debug.Assert(a); lent.Put();")]
    [InlineData("try { lent.Get(); } catch { return; } lent.Put();")]
    public Task Clean(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("{|DVM2001:lent.Get()|}; if (a) throw new Exception(); lent.Put();")]
    [InlineData("{|DVM2001:lent.Get()|}; throw new Exception();")]
    [InlineData("{|DVM2001:lent.Get()|}; string s = a ? \"\" : throw new Exception(); lent.Put();")]
    [InlineData("{|DVM2001:lent.Get()|}; var x = Pool.Find(n) ?? throw new Exception(); x.Put(); lent.Put();")]
    [InlineData("{|DVM2001:lent.Get()|}; try { if (a) throw new InvalidOperationException(); } catch (InvalidOperationException) { return; } lent.Put();")]
    [InlineData("{|DVM2001:lent.Get()|}; _ = n switch { 1 => 2, _ => throw new Exception() }; lent.Put();")]
    [InlineData("try { {|DVM2001:lent.Get()|}; throw new Exception(); } catch { }")]
    [InlineData("{|DVM2001:lent.Get()|}; try { throw new Exception(); } catch { throw; }")]
    public Task Faulty(string body) => CountedCode.VerifyBodyAsync(body);
}
