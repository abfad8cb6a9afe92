using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>
/// When a callee throws: what it acquires is not acquired; what it releases without condition is given up all the same; a
/// conditional release is not.
/// </summary>
public sealed class ExceptionStateTests
{
    [Theory]
    [InlineData("Item x = null; try { x = Pool.Take(); } catch { return; } x.Put();")]
    [InlineData("try { lent.Get(); } catch { return; } lent.Put();")]
    [InlineData("var x = Pool.Take(); try { x.Put(); } catch { return; }")]
    [InlineData("var x = Pool.Take(); try { Pool.Give(x); } catch (Exception) { Pool.Check(a); }")]
    [InlineData("bool ok; try { ok = lent.TryGet(); } catch { ok = false; } if (ok) lent.Put();")]
    [InlineData("var x = Pool.Take(); try { x.Read(); } catch (Exception e) when (Log(e)) { } x.Put(); static bool Log(Exception e) => false;")]
    [InlineData("try { var x = Pool.Take(); try { x.Read(); } finally { x.Put(); } } catch (InvalidOperationException) { Pool.Check(a); }")]
    [InlineData("for (int tries = 0; ; tries++) { var x = Pool.Take(); try { x.Read(); x.Put(); return; } catch when (tries < 3) { x.Close(); } catch { x.Close(); throw; } }")]
    [InlineData("lent.Get(); try { try { lent.Read(); } finally { Pool.Check(a); } } catch { lent.Put(); throw; } lent.Put();")]
    [InlineData("var x = Pool.Take(); try { if (a) throw new InvalidOperationException(); x.Read(); } catch (InvalidOperationException) { x.Put(); return; } x.Put();")]
    public Task Clean(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; try { x.Read(); x.Put(); } catch { Pool.Check(a); }")]
    [InlineData("var x = Pool.Take(); try { x.Put(); Pool.Check(a); } catch { {|DVM2002:x.Put()|}; }")]
    [InlineData("try { var x = {|DVM2001:Pool.Take()|}; x.Read(); x.Put(); } catch (InvalidOperationException) { Pool.Check(a); }")]
    [InlineData("{|DVM2001:lent.Get()|}; try { try { lent.Read(); } finally { Pool.Check(a); } } catch { return; } lent.Put();")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; try { if (a) throw new InvalidOperationException(); x.Put(); } catch (InvalidOperationException) { return; }")]
    [InlineData("var x = Pool.Take(); try { x.Read(); } catch (Exception) { x.Put(); } finally { {|DVM2002:x.Put()|}; }")]
    public Task Faulty(string body) => CountedCode.VerifyBodyAsync(body);

    /// <summary>Nobody expects an acquire or a release itself to throw; a handler around nothing else is not read that way.</summary>
    [Theory]
    [InlineData("var x = Pool.Take(); try { x.Put(); } catch { x.Put(); }")]
    [InlineData("try { lent.Get(); } catch { lent.Put(); return; } lent.Put();")]
    public Task Silent(string body) => CountedCode.VerifyBodyAsync(body);

    /// <summary>A handler that cannot catch what is thrown does not run.</summary>
    [Theory]
    [InlineData("{|DVM2001:lent.Get()|}; try { throw new InvalidOperationException(); } catch (ArgumentException) { lent.Put(); }")]
    [InlineData("{|DVM2001:lent.Get()|}; try { throw new InvalidOperationException(); } catch (ArgumentException) { } catch (Exception) { }")]
    [InlineData("lent.Get(); try { throw new ArgumentNullException(); } catch (ArgumentException) { lent.Put(); }")]
    public Task Types_of_exceptions(string body) => CountedCode.VerifyBodyAsync(body);
}
