using System.Linq;
using Devmap.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Devmap.Tests.Unit.Contracts;

/// <summary>Properties, indexers, their accessors and backing fields.</summary>
public sealed class AccessorContractTests
{
    [Fact]
    public void AnAccessorHasTheContractOfItsProperty()
    {
        var world = ContractWorld.Of("class C { [RequiresRef, BorrowedRef] public object P { get; set; } }");

        var property = (IPropertySymbol)world.Member("C", "P");
        Assert.True(world.Contracts.Of(property) is { Receiver.Requires: true, Return.Origin: RefOrigin.Borrowed });
        Assert.True(world.Contracts.Of(property.GetMethod!) is { Receiver.Requires: true, Return.Origin: RefOrigin.Borrowed });
        Assert.True(world.Contracts.Of(property.SetMethod!) is { Receiver.Requires: true, Return.IsNone: true });
    }

    [Fact]
    public void AnAccessorsOwnElementsReplaceThoseOfItsProperty()
    {
        var world = ContractWorld.Of("""
            class C
            {
                [RequiresRef] public object P { [AcquiresRef] [return: AcquiresRef] get => null; [param: ReleasesRef] set { } }
            }
            """);

        var property = (IPropertySymbol)world.Member("C", "P");
        Assert.Equal("+ref", ContractWorld.Effects(world.Contracts.Of(property.GetMethod!).Receiver));
        Assert.Equal("+ref", ContractWorld.Effects(world.Contracts.Of(property.GetMethod!).Return));
        Assert.Equal("+ref", ContractWorld.Effects(world.Contracts.Of(property).Return));
        Assert.True(world.Contracts.Of(property).Receiver is { Requires: true, Effects.IsEmpty: true });
        Assert.Equal(["-ref"], ContractWorld.Effects(world.Contracts.Of(property.SetMethod!)));
        Assert.Equal("-ref", ContractWorld.Effects(world.Contracts.OfParameter(property.SetMethod!.Parameters.Single())));
    }

    [Fact]
    public void IndexersHaveParameters()
    {
        var world = ContractWorld.Of("class C { public object this[[RequiresRef] object key] { get => key; set { } } }");

        var indexer = (IPropertySymbol)world.Member("C", "this[]");
        Assert.True(world.Contracts.OfParameter(indexer.Parameters[0]).Requires);
        Assert.True(world.Contracts.Of(indexer.GetMethod!).Parameter(0).Requires);
        Assert.True(world.Contracts.Of(indexer.SetMethod!) is { Parameters.Length: 2 } setter && setter.Parameter(0).Requires);
    }

    [Fact]
    public void AccessorsInheritFromAccessorsAndTheirProperties()
    {
        var world = ContractWorld.Of("""
            interface IP { [BorrowedRef] object P { get; } object Q { [return: AcquiresRef] get; } object this[[RequiresRef] object i] { get; } }
            class C : IP { public object P { get; set; } object IP.Q => null; public virtual object this[object i] { get => i; set { } } }
            class D : C { public override object this[object i] { set { } } }
            class E : D { public override object this[object i] { get => i; } }
            """);

        Assert.Equal(RefOrigin.Borrowed, world.Contracts.Of(((IPropertySymbol)world.Member("C", "P")).GetMethod!).Return.Origin);
        Assert.Equal(RefOrigin.Borrowed, world.Of("C", "P").Return.Origin);
        var q = world.Type("C").GetMembers().OfType<IPropertySymbol>().Single(property => property.Name.EndsWith("Q"));
        Assert.Equal("+ref", ContractWorld.Effects(world.Contracts.Of(q.GetMethod!).Return));
        Assert.True(world.Contracts.Of(((IPropertySymbol)world.Member("E", "this[]")).GetMethod!).Parameter(0).Requires);
    }

    [Fact]
    public void ABackingFieldHasTheValueOfItsProperty()
    {
        var world = ContractWorld.Of("""
            class C { [OwnedRef] public object P { get; set; } [field: UncountedRef, OwnedRef] public object Q { get; } }
            """);

        var fields = world.Type("C").GetMembers().OfType<IFieldSymbol>().ToDictionary(field => field.AssociatedSymbol!.Name);
        Assert.Equal(RefOrigin.Owned, world.Contracts.Of(fields["P"]).Return.Origin);
        Assert.Equal(RefOrigin.Uncounted, world.Contracts.Of(fields["Q"]).Return.Origin);
    }

    [Fact]
    public void ARecordsParametersAreThoseOfItsConstructor()
    {
        var world = ContractWorld.Of("record R([ReleasesRef] object Page, [property: OwnedRef] object Other);");

        var constructor = world.Type("R").InstanceConstructors.Single(candidate => candidate.Parameters.Length == 2);
        Assert.Equal(["-ref", ""], ContractWorld.Effects(world.Contracts.Of(constructor)));
        Assert.Equal(RefOrigin.Owned, world.Of("R", "Other").Return.Origin);
    }
}
