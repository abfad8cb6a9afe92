using System.Linq;
using Devmap.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Devmap.Tests.Unit.Contracts;

/// <summary>The annotations of JetBrains, as contracts of kind <c>dispose</c>.</summary>
public sealed class JetBrainsContractTests
{
    [Fact]
    public void MustDisposeResourceAcquires()
    {
        var world = ContractWorld.Of("""
            using JetBrains.Annotations;
            class C
            {
                [MustDisposeResource] public C(int a) { }
                [MustDisposeResource] public static C Open() => null;
                public static bool TryOpen([MustDisposeResource] out C c) { c = null; return true; }
                public static void Use([MustDisposeResource] C c) { }
            }
            """);

        Assert.Equal("+dispose", ContractWorld.Effects(world.OfConstructor("C").Receiver));
        Assert.Equal("+dispose", ContractWorld.Effects(world.Of("C", "Open").Return));
        Assert.True(world.Of("C", "Open").Receiver.IsNone);
        Assert.Equal(["+dispose"], ContractWorld.Effects(world.Of("C", "TryOpen")));
        Assert.True(world.Of("C", "Use").IsNone);
    }

    [Fact]
    public void OnATypeItIsForAllConstructorsAndDerivedTypes()
    {
        var world = ContractWorld.Of("""
            using JetBrains.Annotations;
            [MustDisposeResource] class A { public A(int a) { } }
            class B : A { public B() : base(0) { } }
            [MustDisposeResource(false)] class C : A { public C() : base(0) { } }
            class D : A { [MustDisposeResource(false)] public D() : base(0) { } }
            class E : C { }
            """);

        Assert.Equal("+dispose", ContractWorld.Effects(world.OfConstructor("A").Receiver));
        Assert.Equal("+dispose", ContractWorld.Effects(world.OfConstructor("B").Receiver));
        Assert.Equal("", ContractWorld.Effects(world.OfConstructor("C").Receiver));
        Assert.Equal("", ContractWorld.Effects(world.OfConstructor("D").Receiver));
        Assert.Equal("", ContractWorld.Effects(world.OfConstructor("E").Receiver));
    }

    [Fact]
    public void HandlesResourceDisposalReleasesOrOwns()
    {
        var world = ContractWorld.Of("""
            using JetBrains.Annotations;
            class C
            {
                [HandlesResourceDisposal] public void Close() { }
                public void Take([HandlesResourceDisposal] C c) { }
                [HandlesResourceDisposal] public C F;
                [HandlesResourceDisposal] public C P { get; set; }
            }
            """);

        Assert.Equal(new RefEffect { Kind = "dispose", Idempotent = true }, Assert.Single(world.Of("C", "Close").Receiver.Effects));
        Assert.Equal(new RefEffect { Kind = "dispose" }, Assert.Single(world.Of("C", "Take").Parameter(0).Effects));
        Assert.True(world.Of("C", "F").Return is { Origin: RefOrigin.Owned, OwnedKind: "dispose" });
        Assert.True(world.Of("C", "P").Return is { Origin: RefOrigin.Owned, OwnedKind: "dispose" });
    }

    [Fact]
    public void OurOwnContractOnTheSameElementCounts()
    {
        var world = ContractWorld.Of("""
            using JetBrains.Annotations;
            class C { [MustDisposeResource] [return: AcquiresRef(Kind = "dispose", When = When.NotNull)] public static C Open() => null; }
            """);

        Assert.Equal(RefCondition.NotNull, Assert.Single(world.Of("C", "Open").Return.Effects).When);
    }

    [Fact]
    public void ObligationsAreInheritedByImplementations()
    {
        var world = ContractWorld.Of("""
            using JetBrains.Annotations;
            interface IFactory { [MustDisposeResource] object Make(); }
            class A : IFactory { public object Make() => null; }
            class B : IFactory { [MustDisposeResource(false)] public object Make() => null; }
            """);

        Assert.Equal("+dispose", ContractWorld.Effects(world.Of("A", "Make").Return));
        Assert.Equal("", ContractWorld.Effects(world.Of("B", "Make").Return));
    }
}
