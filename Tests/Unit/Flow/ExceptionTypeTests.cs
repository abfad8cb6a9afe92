using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Which handler an exception reaches: by its type, by the handlers that it has passed, by what filters say.</summary>
public sealed class ExceptionTypeTests
{
    /// <summary>What is created in the throw is of that type and of none derived from it.</summary>
    [Theory]
    [InlineData("lent.Get(); try { throw new Exception(); } catch (InvalidOperationException) { lent.Put(); } catch { } lent.Put();")]
    [InlineData("var x = Pool.Take(); try { x.Put(); throw new InvalidOperationException(); } catch (InvalidOperationException) { } catch { x.Put(); }")]
    public Task Created_in_the_throw(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("{|DVM2001:lent.Get()|}; try { throw new Exception(); } catch (InvalidOperationException) { lent.Put(); } catch { }")]
    [InlineData("lent.Get(); try { throw new InvalidOperationException(); } catch (InvalidOperationException) { lent.Put(); } {|DVM2002:lent.Put()|};")]
    public Task Created_in_the_throw_faulty(string body) => CountedCode.VerifyBodyAsync(body);

    /// <summary>An exception that an inner handler of a type has let pass is not of that type further out either.</summary>
    [Theory]
    [InlineData("try { try { Pool.Check(a); } catch (ArgumentException) { } } catch (ArgumentException) { lent.Put(); }")]
    [InlineData("try { Pool.Check(a); } catch (ArgumentException) when (a) { } catch (ArgumentException) { if (a) lent.Put(); }")]
    public Task Passed_before(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("try { try { Pool.Check(a); } catch (ArgumentException) { } } catch (InvalidOperationException) { {|DVM2002:lent.Put()|}; }")]
    [InlineData("try { Pool.Check(a); } catch (ArgumentException) when (a) { } catch (ArgumentException) { if (!a) {|DVM2002:lent.Put()|}; }")]
    public Task Passed_before_faulty(string body) => CountedCode.VerifyBodyAsync(body);

    /// <summary>Where a filter says yes, no other handler runs.</summary>
    [Theory]
    [InlineData("bool ok = lent.TryGet(); try { throw new Exception(); } catch when (ok) { lent.Put(); } catch { }")]
    [InlineData("lent.Get(); try { Pool.Check(a); lent.Put(); } catch (Exception) when (a) { lent.Put(); } catch when (!a) { lent.Put(); }")]
    public Task Filters(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("bool ok = {|DVM2001:lent.TryGet()|}; try { throw new Exception(); } catch when (!ok) { } catch { }")]
    [InlineData("{|DVM2001:lent.Get()|}; try { Pool.Check(a); lent.Put(); } catch (Exception) when (a) { lent.Put(); } catch { }")]
    public Task Filters_faulty(string body) => CountedCode.VerifyBodyAsync(body);

    /// <summary>What is thrown again is what was caught.</summary>
    [Theory]
    [InlineData("try { try { Pool.Check(a); } catch (InvalidOperationException) { throw; } } catch (ArgumentException) { } catch { }")]
    [InlineData("try { try { throw new ArgumentException(); } catch { throw; } } catch (InvalidOperationException) { lent.Put(); } catch { }")]
    [InlineData("try { Pool.Check(a); } catch (InvalidOperationException) { try { throw; } catch (ArgumentException) { lent.Put(); } catch { } }")]
    public Task Thrown_again(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("try { try { throw new ArgumentException(); } catch { throw; } } catch (ArgumentException) { {|DVM2002:lent.Put()|}; }")]
    [InlineData("{|DVM2001:lent.Get()|}; try { try { lent.Read(); } catch (InvalidOperationException) { throw; } lent.Put(); } catch (InvalidOperationException) { } catch { lent.Put(); }")]
    public Task Thrown_again_faulty(string body) => CountedCode.VerifyBodyAsync(body);

    /// <summary>Neither the constructor of an exception nor the walk over an array is expected to throw.</summary>
    [Theory]
    [InlineData("lent.Get(); try { throw new InvalidOperationException(); } catch (InvalidOperationException) { lent.Put(); } catch { }")]
    [InlineData("lent.Get(); try { foreach (int i in new int[3]) { } lent.Put(); } catch { }")]
    public Task Does_not_throw(string body) => CountedCode.VerifyBodyAsync(body);
}
