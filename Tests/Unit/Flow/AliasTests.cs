using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>An object has as many names as it was assigned to; its count is one.</summary>
public sealed class AliasTests
{
    [Theory]
    [InlineData("var x = Pool.Take(); var y = x; y.Put();")]
    [InlineData("Item x; Item y; x = y = Pool.Take(); x.Put();")]
    [InlineData("var x = Pool.Take(); var y = x; x = Pool.Take(); x.Put(); y.Put();")]
    [InlineData("var x = Pool.Take(); Item y = new Item(); (x, y) = (y, x); x.Put(); y.Put();")]
    [InlineData("var x = Pool.Take(); object o = x; ((Item)o).Put();")]
    [InlineData("object o = Pool.Take(); if (o is Item x) x.Put();")]
    [InlineData("object o = Pool.Take(); (o as Item)!.Put();")]
    [InlineData("var x = Pool.Take(); ref Item r = ref x; r.Put();")]
    [InlineData("lent.Get(); var y = lent; y.Put();")]
    [InlineData("var x = a ? Pool.Take() : new Item(); x.Put();")]
    [InlineData("var x = Pool.Take(); var y = Pool.Take(); var z = a ? x : y; var w = a ? y : x; z.Put(); w.Put();")]
    [InlineData("var x = Pool.Take(); var y = x; x = null; y.Put();")]
    [InlineData("var t = (Pool.Take(), 1); t.Item1.Put();")]
    [InlineData("var (x, k) = (Pool.Take(), 1); x.Put();")]
    [InlineData("var x = a ? lent : Pool.Take(); x.Read(); if (x != lent) x.Put();")]
    [InlineData("var x = Pool.Take(); if (ReferenceEquals(x, lent)) return; x.Put();")]
    [InlineData("ref Item r = ref many[0]; r = Pool.Take();")]
    [InlineData("ref Item r = ref many[0]; r.Read(); r = Pool.Take(); many[0].Put();")]
    public Task Clean(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("var x = Pool.Take(); var y = x; y.Put(); {|DVM2002:x.Put()|};")]
    [InlineData("var x = Pool.Take(); var y = x; y.Put(); {|DVM2003:x.Read()|};")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; var y = x; x = Pool.Take(); x.Put();")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; var y = Pool.Take(); x = y; x.Put();")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; Item y = new Item(); (x, y) = (y, x); x.Put();")]
    [InlineData("object o = Pool.Take(); ((Item)o).Put(); {|DVM2002:((Item)o).Put()|};")]
    [InlineData("var x = Pool.Take(); var y = {|DVM2001:Pool.Take()|}; var z = a ? x : y; x.Put();")]
    [InlineData("{|DVM2001:lent.Get()|}; var y = lent;")]
    [InlineData("var x = Pool.Take(); var y = x; x = lent; y.Put(); {|DVM2002:x.Put()|};")]
    [InlineData("var x = a ? lent : {|DVM2001:Pool.Take()|}; if (x == null) x.Put();")]
    public Task Faulty(string body) => CountedCode.VerifyBodyAsync(body);
}
