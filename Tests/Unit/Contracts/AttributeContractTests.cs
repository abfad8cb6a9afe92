using System.Linq;
using Devmap.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Devmap.Tests.Unit.Contracts;

/// <summary>Each word of the contract language, on each element that it has a meaning on.</summary>
public sealed class AttributeContractTests
{
    [Fact]
    public void AMethodsEffectIsOnItsReceiver()
    {
        var world = ContractWorld.Of("""
            class Page
            {
                [AcquiresRef] public void Get() { }
                [AcquiresRef(When = When.True)] public bool TryGet() => true;
                [ReleasesRef(Kind = "pin", Idempotent = true, All = true)] public void Unpin() { }
            }
            """);

        Assert.Equal(new RefEffect { Acquires = true }, Assert.Single(world.Of("Page", "Get").Receiver.Effects));
        Assert.Equal(new RefEffect { Acquires = true, When = RefCondition.True }, Assert.Single(world.Of("Page", "TryGet").Receiver.Effects));
        Assert.Equal(
            new RefEffect { Kind = "pin", Idempotent = true, All = true },
            Assert.Single(world.Of("Page", "Unpin").Receiver.Effects));
        Assert.True(world.Of("Page", "Get").Return.IsNone);
    }

    [Fact]
    public void EveryPropertyOfAnEffectIsRead()
    {
        var world = ContractWorld.Of("""
            class Page
            {
                [AcquiresRef(Kind = "k", When = When.NonZero, WhenParameter = "ok", ThrowsOtherwise = true, Count = "n", Member = "Data")]
                public void Get(ref bool ok, int n) { }
                [ReleasesRef(Of = "pool", When = When.NonNegative)] public int Put(object pool) => 0;
            }
            """);

        Assert.Equal(
            new RefEffect
            {
                Acquires = true,
                Kind = "k",
                When = RefCondition.NonZero,
                WhenParameter = "ok",
                ThrowsOtherwise = true,
                Count = "n",
                Member = "Data",
            },
            Assert.Single(world.Of("Page", "Get").Receiver.Effects));
        Assert.Equal(new RefEffect { Of = "pool", When = RefCondition.NonNegative }, Assert.Single(world.Of("Page", "Put").Receiver.Effects));
    }

    [Fact]
    public void SeveralKindsOnOneElementStayInTheirOrder()
    {
        var world = ContractWorld.Of("""
            class Page
            {
                [return: AcquiresRef(Kind = "dispose"), AcquiresRef(Kind = "native")] public static Page Make() => null;
                [ReleasesRef(Kind = "native")] [ReleasesRef(Kind = "dispose")] public void Close() { }
            }
            """);

        Assert.Equal("+dispose +native", ContractWorld.Effects(world.Of("Page", "Make").Return));
        Assert.Equal("-native -dispose", ContractWorld.Effects(world.Of("Page", "Close").Receiver));
    }

    [Fact]
    public void AParameterHasItsOwnContract()
    {
        var world = ContractWorld.Of("""
            class C { public int M(int a, [RequiresRef(Kind = "pin", Held = true)] object b, [AcquiresRef(When = When.Positive, Count = "return")] object[] c) => 0; }
            """);

        var contract = world.Of("C", "M");
        Assert.Equal(3, contract.Parameters.Length);
        Assert.True(contract.Parameter(0).IsNone);
        Assert.True(contract.Parameter(1) is { Requires: true, RequiresHeld: true, RequiredKind: "pin" });
        Assert.Equal(RefCondition.Positive, contract.Parameter(2).Effects.Single().When);
        Assert.Equal("return", contract.Parameter(2).Effects.Single().Count);

        var method = (IMethodSymbol)world.Member("C", "M");
        Assert.Same(contract.Parameter(1), world.Contracts.OfParameter(method.Parameters[1]));
        Assert.True(contract.Parameter(7).IsNone);
    }

    [Fact]
    public void AConstructorsEffectIsOnTheNewObject()
    {
        var world = ContractWorld.Of("class C { [AcquiresRef] public C([ReleasesRef] object page) { } }");

        Assert.Equal("+ref", ContractWorld.Effects(world.OfConstructor("C").Receiver));
        Assert.Equal(["-ref"], ContractWorld.Effects(world.OfConstructor("C")));
    }

    [Fact]
    public void OriginsOfValues()
    {
        var world = ContractWorld.Of("""
            class C
            {
                [BorrowedRef] public object F1;
                [BorrowedRef(From = null)] public object P1 { get; }
                [UncountedRef] public object F2;
                [OwnedRef(Kind = "pin", WhenMember = "Full")] public object P2 { get; set; }
                [return: BorrowedRef(From = "a")] public object M1(object a) => a;
                [return: UncountedRef] public object M2() => null;
                public bool Full;
            }
            """);

        Assert.True(world.Of("C", "F1").Return is { Origin: RefOrigin.Borrowed, BorrowedFrom: "this" });
        Assert.True(world.Of("C", "P1").Return is { Origin: RefOrigin.Borrowed, BorrowedFrom: null });
        Assert.Equal(RefOrigin.Uncounted, world.Of("C", "F2").Return.Origin);
        Assert.True(world.Of("C", "P2").Return is { Origin: RefOrigin.Owned, OwnedKind: "pin", OwnedWhenMember: "Full" });
        Assert.True(world.Of("C", "M1").Return is { Origin: RefOrigin.Borrowed, BorrowedFrom: "a" });
        Assert.Equal(RefOrigin.Uncounted, world.Of("C", "M2").Return.Origin);
    }

    [Fact]
    public void KeptByJoinsARelease()
    {
        var world = ContractWorld.Of("""
            class C { public object M([ReleasesRef, KeptBy(Keeper = "return")] object a, [KeptBy(When = When.NotNull)] object b, [KeptBy, AcquiresRef] object c) => a; }
            """);

        var contract = world.Of("C", "M");
        Assert.Equal("return", contract.Parameter(0).Effects.Single().Keeper);
        Assert.Null(contract.Parameter(0).KeptBy);
        Assert.True(contract.Parameter(1) is { KeptBy: "this", KeptWhen: RefCondition.NotNull });
        Assert.True(contract.Parameter(2) is { KeptBy: "this", Effects: [{ Keeper: null }] });
    }

    [Fact]
    public void TestsCountersAliasesAndDelegates()
    {
        var world = ContractWorld.Of("""
            class C
            {
                [RefTest(Kind = "gchandle")] public bool IsAllocated => true;
                [RefCounter] int _count;
                [return: AliasOf(Source = "c")] public C Fluent(C c) => c;
                [AliasOf] public ulong Start => 0;
                public void Guard([RunsAtDispose] System.Action action) { }
            }
            """);

        Assert.Equal("gchandle", world.Of("C", "IsAllocated").TestsRef);
        Assert.Equal("ref", world.Of("C", "_count").CountsRef);
        Assert.Equal("c", world.Of("C", "Fluent").Return.AliasOf);
        Assert.Equal("this", world.Of("C", "Start").Return.AliasOf);
        Assert.True(world.Of("C", "Guard").Parameter(0).RunsAtDispose);
    }

    [Fact]
    public void Traits()
    {
        var world = ContractWorld.Of("""
            [System.Flags] enum Gup : uint { None = 0, LongTerm = 0x100 }
            class Vma
            {
                [TraitTest("fs-dax")] public bool IsFsDax => true;
                [return: HasTrait("fs-dax"), HasTrait("mapped")] public static Vma Map() => null;
                public void Pin([RejectsTrait("fs-dax", Argument = "flags", Flag = Gup.LongTerm)] Vma vma, Gup flags) { }
                [RejectsTrait("frozen")] public void Touch([HasTrait("hot")] object o) { }
            }
            """);

        Assert.Equal("fs-dax", world.Of("Vma", "IsFsDax").TestsTrait);
        Assert.Equal(["fs-dax", "mapped"], world.Of("Vma", "Map").Return.Traits);
        Assert.Equal(new RejectedTrait("fs-dax", "flags", 0x100), Assert.Single(world.Of("Vma", "Pin").Parameter(0).Rejects));
        Assert.Equal(new RejectedTrait("frozen", null, null), Assert.Single(world.Of("Vma", "Touch").Receiver.Rejects));
        Assert.Equal(["hot"], world.Of("Vma", "Touch").Parameter(0).Traits);
    }

    [Fact]
    public void TraitsOfATypeComeFromAllOfItsBases()
    {
        var world = ContractWorld.Of("""
            [HasTrait("a")] interface IA { }
            [HasTrait("b")] class B<T> { }
            [HasTrait("c")] class C : B<int>, IA { }
            class G<T> where T : C { public T Value; }
            """);

        Assert.Equal(["c", "b", "a"], world.Contracts.TraitsOf(world.Type("C")));
        Assert.Equal(["b"], world.Contracts.TraitsOf(world.Type("C").BaseType!));
        Assert.Equal(["c", "b", "a"], world.Contracts.TraitsOf(((IFieldSymbol)world.Member("G`1", "Value")).Type));
        Assert.Empty(world.Contracts.TraitsOf(world.Compilation.GetSpecialType(SpecialType.System_String)));
    }

    [Fact]
    public void WhatHasNoMeaningInItsPlaceSaysNothing()
    {
        var world = ContractWorld.Of("""
            [AcquiresRef] class C
            {
                [ReleasesRef] public object F;
                [BorrowedRef, OwnedRef, RefCounter] public object M([AliasOf] object a) => a;
                [return: ReleasesRef] public object N() => null;
                [AcquiresRef] public event System.Action E;
            }
            """);

        Assert.True(world.OfConstructor("C").IsNone);
        Assert.All(new[] { "F", "M", "N", "E" }, member => Assert.True(world.Of("C", member).IsNone));
    }

    [Fact]
    public void WithoutContractThereIsNone()
    {
        var world = ContractWorld.Of("class C { public int F; public int P { get; set; } public void M(int a) { } }");

        Assert.All(world.Type("C").GetMembers(), member => Assert.Same(MemberContract.None, world.Contracts.Of(member)));
        Assert.Same(MemberContract.None, world.Contracts.Of(world.Compilation.GlobalNamespace));
    }
}
