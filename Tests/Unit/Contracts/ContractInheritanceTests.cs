using System.Linq;
using Devmap.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Devmap.Tests.Unit.Contracts;

/// <summary>What overrides and implementations inherit, and what replaces it.</summary>
public sealed class ContractInheritanceTests
{
    [Fact]
    public void AnOverrideInheritsThroughEveryLevel()
    {
        var world = ContractWorld.Of("""
            abstract class A { [ReleasesRef] public abstract void Put(); }
            class B : A { public override void Put() { } }
            class C : B { public override void Put() { } }
            """);

        Assert.Equal("-ref", ContractWorld.Effects(world.Of("B", "Put").Receiver));
        Assert.Equal("-ref", ContractWorld.Effects(world.Of("C", "Put").Receiver));
    }

    [Fact]
    public void AnImplementationInheritsByNameAndExplicitly()
    {
        var world = ContractWorld.Of("""
            interface IRef { [ReleasesRef] void Put(); [AcquiresRef(When = When.True)] bool TryGet(); }
            class C : IRef { public void Put() { } bool IRef.TryGet() => true; }
            struct S : IRef { public void Put() { } public bool TryGet() => true; }
            """);

        Assert.Equal("-ref", ContractWorld.Effects(world.Of("C", "Put").Receiver));
        Assert.Equal("+ref", ContractWorld.Effects(world.Of("C", "TryGet").Receiver));
        Assert.Equal("-ref", ContractWorld.Effects(world.Of("S", "Put").Receiver));
    }

    [Fact]
    public void AnOverrideInheritsWhatItsBaseImplements()
    {
        var world = ContractWorld.Of("""
            interface IRef { [ReleasesRef] void Put(); }
            interface IPage : IRef { }
            class B : IPage { public virtual void Put() { } }
            class C : B { public override void Put() { } }
            class D : B { public new void Put() { } }
            class E : B, IRef { public new void Put() { } }
            """);

        Assert.Equal("-ref", ContractWorld.Effects(world.Of("C", "Put").Receiver));
        Assert.True(world.Of("D", "Put").IsNone);
        Assert.Equal("-ref", ContractWorld.Effects(world.Of("E", "Put").Receiver));
    }

    [Fact]
    public void AnInterfaceThatImplementsItsBaseInherits()
    {
        var world = ContractWorld.Of("""
            interface IRef { [ReleasesRef] void Put(); }
            interface IPage : IRef { void IRef.Put() { } }
            """);

        Assert.Equal("-ref", ContractWorld.Effects(world.Of("IPage", "Put").Receiver));
    }

    [Fact]
    public void WhatIsWrittenReplacesElementByElement()
    {
        var world = ContractWorld.Of("""
            interface IPool { [RequiresRef, ReleasesRef(Kind = "rent")] [return: AcquiresRef] object Swap([ReleasesRef] object a, [ReleasesRef] object b); }
            class C : IPool { [RequiresRef] public object Swap([RequiresRef] object a, object b) => a; }
            """);

        var contract = world.Of("C", "Swap");
        Assert.True(contract.Receiver is { Requires: true, Effects.IsEmpty: true });
        Assert.Equal("+ref", ContractWorld.Effects(contract.Return));
        Assert.Equal(["", "-ref"], ContractWorld.Effects(contract));
    }

    [Fact]
    public void TheFirstInterfaceThatSaysSomethingCounts()
    {
        var world = ContractWorld.Of("""
            interface ISilent { void Put(); }
            interface IPin { [ReleasesRef(Kind = "pin")] void Put(); }
            interface IRef { [ReleasesRef] void Put(); }
            class C : ISilent, IRef, IPin { public void Put() { } }
            class D : ISilent, IPin, IRef { public void Put() { } }
            """);

        Assert.Equal("-ref", ContractWorld.Effects(world.Of("C", "Put").Receiver));
        Assert.Equal("-pin", ContractWorld.Effects(world.Of("D", "Put").Receiver));
    }

    [Fact]
    public void NamesInAnInheritedContractAreThoseOfTheImplementation()
    {
        var world = ContractWorld.Of("""
            interface IPool
            {
                [return: BorrowedRef(From = "owner")]
                object Get(object owner, [AcquiresRef(Count = "n", WhenParameter = "ok"), RejectsTrait("t", Argument = "n")] object[] o, int n, ref bool ok);
            }
            class C : IPool { public object Get(object holder, object[] pages, int count, ref bool success) => holder; }
            """);

        var contract = world.Of("C", "Get");
        Assert.Equal("holder", contract.Return.BorrowedFrom);
        Assert.Equal("count", contract.Parameter(1).Effects.Single().Count);
        Assert.Equal("success", contract.Parameter(1).Effects.Single().WhenParameter);
        Assert.Equal("count", contract.Parameter(1).Rejects.Single().Argument);
        Assert.Equal("n", world.Of("IPool", "Get").Parameter(1).Effects.Single().Count);
    }

    [Fact]
    public void GenericBasesAndInterfaces()
    {
        var world = ContractWorld.Of("""
            interface IPool<T> { [return: AcquiresRef(Kind = "rent")] T Rent(); void Return<U>([ReleasesRef(Kind = "rent")] T item, U tag); }
            abstract class Pool<T> : IPool<T> { public abstract T Rent(); public virtual void Return<U>(T item, U tag) { } }
            class Pages : Pool<object> { public override object Rent() => null; public override void Return<V>(object item, V tag) { } }
            """);

        Assert.Equal("+rent", ContractWorld.Effects(world.Of("Pages", "Rent").Return));
        Assert.Equal(["-rent", ""], ContractWorld.Effects(world.Of("Pages", "Return")));
    }

    [Fact]
    public void StaticInterfaceMembersAndOperators()
    {
        var world = ContractWorld.Of("""
            interface ICounted<T> where T : ICounted<T> { [return: AcquiresRef] static abstract T Make(); [return: AcquiresRef] static abstract T operator ++(T x); }
            class Page : ICounted<Page> { public static Page Make() => null; public static Page operator ++(Page x) => x; }
            """);

        Assert.Equal("+ref", ContractWorld.Effects(world.Of("Page", "Make").Return));
        Assert.Equal("+ref", ContractWorld.Effects(world.Of("Page", "op_Increment").Return));
    }

    [Fact]
    public void TrustStaysWithTheBody()
    {
        var world = ContractWorld.Of("""
            class A { [ReleasesRef, TrustedContract] public virtual void Put() { } }
            class B : A { public override void Put() { } }
            """);

        Assert.True(world.Of("A", "Put").IsTrusted);
        Assert.True(world.Of("B", "Put") is { IsTrusted: false, Receiver.IsNone: false });
    }

    [Fact]
    public void DisposeGivesUpAndMayBeCalledAgain()
    {
        var world = ContractWorld.Of("""
            using System; using System.Threading.Tasks;
            class A : IDisposable { public void Dispose() { } }
            class B : IDisposable { void IDisposable.Dispose() { } }
            class C : IAsyncDisposable { public ValueTask DisposeAsync() => default; }
            class D { public void Dispose() { } }
            """);

        var expected = new RefEffect { Kind = "dispose", Idempotent = true };
        Assert.Equal(expected, Assert.Single(world.Of("A", "Dispose").Receiver.Effects));
        Assert.Equal(expected, Assert.Single(world.Of("B", "Dispose").Receiver.Effects));
        Assert.Equal(expected, Assert.Single(world.Of("C", "DisposeAsync").Receiver.Effects));
        Assert.True(world.Of("D", "Dispose").IsNone);
        Assert.False(world.Of("A", "Dispose").LendsByDefault);
    }

    [Fact]
    public void AWrittenContractReplacesTheAssumedOneOfDispose()
    {
        var world = ContractWorld.Of("""
            using System;
            interface ILease { [ReleasesRef(Kind = "lease")] void Dispose(); }
            class A : IDisposable { [ReleasesRef] public void Dispose() { } }
            class B : IDisposable, ILease { public void Dispose() { } }
            class C : A, IDisposable { public new void Dispose() { } }
            """);

        Assert.Equal(new RefEffect(), Assert.Single(world.Of("A", "Dispose").Receiver.Effects));
        Assert.Equal("-lease", ContractWorld.Effects(world.Of("B", "Dispose").Receiver));
        Assert.Equal("-dispose", ContractWorld.Effects(world.Of("C", "Dispose").Receiver));
    }
}
