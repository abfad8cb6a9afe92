using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>An object has a counter for every kind of reference, and dies when none is left of any.</summary>
public sealed class KindTests
{
    [Theory]
    [InlineData("lent.Get(); lent.Pin(); lent.Unpin(); lent.Put();")]
    [InlineData("lent.Pin(); lent.Get(); lent.Put(); lent.Unpin();")]
    [InlineData("var x = Pool.Take(); x.Pin(); x.Put(); x.Read(); x.Unpin();")]
    [InlineData("if (lent.TryPin()) { if (lent.TryGet()) lent.Put(); lent.Unpin(); }")]
    [InlineData("bool pinned = lent.TryPin(); bool got = lent.TryGet(); if (got) lent.Put(); if (pinned) lent.Unpin();")]
    [InlineData("lent.Get(); lent.Get(); lent.Get(); lent.Put(); lent.Put(); lent.Put();")]
    [InlineData("var x = Pool.Take(); x.Close(); x.Close();")]
    [InlineData("var x = Pool.Take(); x.Put(); x.Close();")]
    [InlineData("var x = Pool.Find(n); x?.Close(); x?.Close();")]
    [InlineData("var x = Pool.Take(); if (a) x.Put(); x.Close();")]
    public Task Clean(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("{|DVM2001:lent.Pin()|}; lent.Get(); lent.Put();")]
    [InlineData("lent.Pin(); {|DVM2001:lent.Get()|}; lent.Unpin();")]
    [InlineData("var x = Pool.Take(); x.Pin(); x.Put(); x.Unpin(); {|DVM2003:x.Read()|};")]
    [InlineData("lent.Pin(); lent.Unpin(); {|DVM2002:lent.Unpin()|};")]
    [InlineData("bool pinned = {|DVM2005:{|DVM2001:lent.TryPin()|}|}; bool got = lent.TryGet(); if (got) lent.Put();")]
    [InlineData("lent.Get(); lent.Get(); lent.Put(); lent.Put(); {|DVM2002:lent.Put()|};")]
    [InlineData("var x = Pool.Take(); x.Close(); {|DVM2003:x.Read()|};")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; if (a) x.Close();")]
    public Task Faulty(string body) => CountedCode.VerifyBodyAsync(body);

    /// <summary>A pin that is put is one mistake, and another rule's: it is neither a leak nor a surplus release besides.</summary>
    [Theory]
    [InlineData("lent.Pin(); {|DVM2004:lent.Put()|};")]
    [InlineData("lent.Get(); {|DVM2004:lent.Unpin()|};")]
    public Task Wrong_function(string body) => CountedCode.VerifyBodyAsync(body);

    /// <summary>Which of several acquires of one object is the one too many is for the author to say; one report is enough.</summary>
    [Theory]
    [InlineData("lent.Get(); {|DVM2001:lent.Get()|}; lent.Put();")]
    [InlineData("var x = Pool.Take(); {|DVM2001:x.Get()|}; x.Put();")]
    public Task One_of_several(string body) => CountedCode.VerifyBodyAsync(body);
}
