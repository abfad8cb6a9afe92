using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Handlers see every state that an operation inside the <c>try</c> may throw in.</summary>
public sealed class CatchTests
{
    [Theory]
    [InlineData("var x = Pool.Take(); try { x.Read(); } catch (Exception) { x.Put(); throw; } x.Put();")]
    [InlineData("var x = Pool.Take(); try { x.Read(); } catch { } x.Put();")]
    [InlineData("var x = Pool.Take(); try { x.Read(); } catch (InvalidOperationException) { x.Put(); return; } catch (ArgumentException) { } x.Put();")]
    [InlineData("var x = Pool.Take(); try { x.Read(); } catch (Exception e) when (e.Message == \"\") { x.Put(); return; } x.Put();")]
    [InlineData("try { var x = Pool.Take(); x.Put(); } catch (Exception) { Pool.Check(a); }")]
    [InlineData("Item x = null; try { x = Pool.Take(); x.Read(); x.Put(); } catch { x?.Put(); }")]
    [InlineData("lent.Get(); try { if (a) throw new Exception(); } catch { lent.Put(); return; } lent.Put();")]
    [InlineData("lent.Get(); try { try { Pool.Check(a); } catch { throw; } } catch { lent.Put(); return; } lent.Put();")]
    [InlineData("lent.Get(); try { Pool.Check(a); } catch (Exception e) { lent.Put(); throw new Exception(\"\", e); } lent.Put();")]
    [InlineData("var x = Pool.Take(); try { Pool.Give(x); } catch (Exception) { throw; }")]
    public Task Clean(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; try { x.Read(); } catch (Exception) { return; } x.Put();")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; try { x.Read(); x.Put(); } catch (InvalidOperationException) { }")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; try { x.Read(); } catch (Exception) { throw; } x.Put();")]
    [InlineData("var x = Pool.Take(); try { x.Read(); } catch { x.Put(); } {|DVM2002:x.Put()|};")]
    [InlineData("var x = Pool.Take(); try { x.Put(); Pool.Check(a); } catch { {|DVM2002:x.Put()|}; }")]
    [InlineData("var x = Pool.Take(); try { x.Put(); Pool.Check(a); } catch { {|DVM2003:x.Read()|}; }")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; try { x.Read(); } catch (Exception e) when (e.Message == \"\") { return; } x.Put();")]
    [InlineData("{|DVM2001:lent.Get()|}; try { if (a) throw new Exception(); } catch { return; } lent.Put();")]
    [InlineData("{|DVM2001:lent.Get()|}; try { try { Pool.Check(a); } catch { throw; } } catch { return; } lent.Put();")]
    public Task Faulty(string body) => CountedCode.VerifyBodyAsync(body);
}
