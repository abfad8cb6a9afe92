using Microsoft.CodeAnalysis;
using Xunit;

namespace Devmap.Tests.Unit.Contracts;

/// <summary>The calls that fixes write.</summary>
public sealed class ReleaseFinderTests
{
    [Fact]
    public void OneCallForEachKind()
    {
        var world = ContractWorld.Of("""
            class Page
            {
                [AcquiresRef(When = When.True)] public bool TryGet() => true;
                [AcquiresRef] public void Get() { }
                [ReleasesRef] public void Put() { }
                [ReleasesRef(Kind = "pin")] public void Unpin() { }
                [TraitTest("fs-dax")] public bool IsFsDax => true;
                [TraitTest("hot")] public bool IsHot() => true;
            }
            """);

        var page = world.Type("Page");
        Assert.Equal("{0}.Put()", world.Releases.ReleaseCallOf(page, "ref"));
        Assert.Equal("{0}.Unpin()", world.Releases.ReleaseCallOf(page, "pin"));
        Assert.Null(world.Releases.ReleaseCallOf(page, "rent"));
        Assert.Equal("{0}.TryGet()", world.Releases.TryAcquireCallOf(page, "ref"));
        Assert.Null(world.Releases.TryAcquireCallOf(page, "pin"));
        Assert.Equal("IsFsDax", world.Releases.TraitTestOf(page, "fs-dax"));
        Assert.Equal("IsHot()", world.Releases.TraitTestOf(page, "hot"));
        Assert.Null(world.Releases.TraitTestOf(page, "cold"));
    }

    [Theory]
    [InlineData("[ReleasesRef] public void Put(int n) { }")]
    [InlineData("[ReleasesRef] public static void Put() { }")]
    [InlineData("[ReleasesRef] public void Put<T>() { }")]
    [InlineData("[ReleasesRef(When = When.True)] public bool Put() => true;")]
    [InlineData("[ReleasesRef(Member = \"Data\")] public void Put() { }")]
    [InlineData("[ReleasesRef] private void Put() { }")]
    [InlineData("[ReleasesRef] [return: AcquiresRef] public object Put() => null;")]
    [InlineData("[ReleasesRef] public System.Threading.Tasks.Task Put() => null;")]
    [InlineData("[ReleasesRef, AcquiresRef(Kind = \"pin\")] public void Put() { }")]
    public void CallsThatAreNotGoodForThat(string method)
    {
        var world = ContractWorld.Of($"class Page {{ {method} }}");

        Assert.Null(world.Releases.ReleaseCallOf(world.Type("Page"), "ref"));
    }

    [Fact]
    public void PrivateCallsCanBeMadeFromWithin()
    {
        var world = ContractWorld.Of("class Page { [ReleasesRef] private void Put() { } }");

        Assert.Equal("{0}.Put()", world.Releases.ReleaseCallOf(world.Type("Page"), "ref", world.Type("Page")));
    }

    [Theory]
    [InlineData("[ReleasesRef] public void Zap() { } [ReleasesRef, ReleasesRef(Kind = \"pin\")] public void All() { }", "Zap")]
    [InlineData("[ReleasesRef] public void Zap() { } [ReleasesRef, System.Obsolete] public void Drop() { }", "Zap")]
    [InlineData("[ReleasesRef] public void Zap() { } [ReleasesRef(All = true)] public void Drop() { }", "Zap")]
    [InlineData("[ReleasesRef] public void Zap() { } [ReleasesRef] public int Drop() => 0;", "Zap")]
    [InlineData("[ReleasesRef] public void Zap() { } [ReleasesRef] public void Drop() { }", "Drop")]
    [InlineData("[ReleasesRef, System.Obsolete] public void Drop() { }", "Drop")]
    [InlineData("[ReleasesRef] public void @event() { }", "@event")]
    public void TheBestOfSeveral(string methods, string expected)
    {
        var world = ContractWorld.Of($"class Page {{ {methods} }}");

        Assert.Equal("{0}." + expected + "()", world.Releases.ReleaseCallOf(world.Type("Page"), "ref"));
    }

    [Fact]
    public void BasesInterfacesAndConstraintsAreSearched()
    {
        var world = ContractWorld.Of("""
            interface IRef { [ReleasesRef] void Put(); }
            interface IPage : IRef { }
            class Base { [ReleasesRef] public void Drop() { } }
            class Derived : Base, IRef { void IRef.Put() { } }
            class Hiding : Base { public new void Drop() { } }
            class Holder<T, U> where T : U where U : IPage { public T Value; }
            """);

        Assert.Equal("{0}.Put()", world.Releases.ReleaseCallOf(world.Type("IPage"), "ref"));
        Assert.Equal("{0}.Drop()", world.Releases.ReleaseCallOf(world.Type("Derived"), "ref"));
        Assert.Null(world.Releases.ReleaseCallOf(world.Type("Hiding"), "ref"));
        Assert.Equal("{0}.Put()", world.Releases.ReleaseCallOf(((IFieldSymbol)world.Member("Holder`2", "Value")).Type, "ref"));
    }

    [Fact]
    public void DisposeIsTheCallOfItsKind()
    {
        var world = ContractWorld.Of("""
            class A : System.IDisposable { public void Dispose() { } }
            class B : System.IAsyncDisposable { public System.Threading.Tasks.ValueTask DisposeAsync() => default; }
            """);

        Assert.Equal("{0}.Dispose()", world.Releases.ReleaseCallOf(world.Type("A"), "dispose"));
        Assert.Null(world.Releases.ReleaseCallOf(world.Type("B"), "dispose"));
        Assert.Null(world.Releases.ReleaseCallOf(world.Type("A"), "ref"));
    }
}
