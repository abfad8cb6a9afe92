using System.Linq;
using Devmap.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Devmap.Tests.Unit.Contracts;

/// <summary>Half-typed code, and attributes that a library declares in its own way.</summary>
public sealed class MalformedContractTests
{
    [Theory]
    [InlineData("[AcquiresRef(Kind = null)]")]
    [InlineData("[AcquiresRef(Kind = \"\")]")]
    [InlineData("[AcquiresRef(Kind = 5)]")]
    [InlineData("[AcquiresRef(Kind = Missing)]")]
    [InlineData("[AcquiresRef(When = When.Missing)]")]
    [InlineData("[AcquiresRef(When = (When)77)]")]
    [InlineData("[AcquiresRef(When = )]")]
    [InlineData("[AcquiresRef(1, 2)]")]
    [InlineData("[AcquiresRef(ThrowsOtherwise = \"yes\")]")]
    [InlineData("[Missing]")]
    [InlineData("[KeptBy(Keeper = null)]")]
    [InlineData("[RejectsTrait]")]
    [InlineData("[RejectsTrait(null)]")]
    [InlineData("[RejectsTrait(\"t\", Flag = new[] { 1 })]")]
    [InlineData("[RejectsTrait(\"t\", Flag = typeof(int))]")]
    [InlineData("[TraitTest(null)]")]
    [InlineData("[RefTest(Kind = null)]")]
    public void WhatCannotBeReadSaysNothing(string attribute)
    {
        var world = ContractWorld.OfBroken($"class C {{ {attribute} public bool M(object a) => true; }}");

        Assert.Same(MemberContract.None, world.Of("C", "M"));
    }

    [Fact]
    public void AReadableContractBesideAnUnreadableOneCounts()
    {
        var world = ContractWorld.OfBroken("class C { [AcquiresRef(Kind = 5), AcquiresRef(Kind = \"pin\")] public void M() { } }");

        Assert.Equal("+pin", ContractWorld.Effects(world.Of("C", "M").Receiver));
    }

    [Theory]
    [InlineData("int", "1")]
    [InlineData("string", "\"True\"")]
    [InlineData("byte", "1")]
    [InlineData("Answer", "Answer.True")]
    [InlineData("Answer", "(Answer)9")]
    public void AConditionMayBeDeclaredInAnotherWay(string type, string value)
    {
        var world = ContractWorld.OfFiles(
        [
            $$"""
            using Devmap.Contracts;
            namespace Devmap.Contracts
            {
                enum Answer : byte { Whatever = 3, True = 9, Always = 1 }
                class AcquiresRefAttribute : System.Attribute { public {{type}} When { get; set; } }
            }
            class C { [AcquiresRef(When = {{value}})] public bool TryGet() => true; }
            """,
        ]);

        Assert.Equal(RefCondition.True, world.Of("C", "TryGet").Receiver.Effects.Single().When);
    }

    [Fact]
    public void ANamedConditionOfAnotherMeaningIsNotReadByItsValue()
    {
        var world = ContractWorld.OfFiles(
        [
            """
            namespace Devmap.Contracts
            {
                enum When { Always, Sometimes }
                class AcquiresRefAttribute : System.Attribute { public When When; }
            }
            class C { [Devmap.Contracts.AcquiresRef(When = Devmap.Contracts.When.Sometimes)] public bool TryGet() => true; }
            """,
        ]);

        Assert.True(world.Of("C", "TryGet").IsNone);
    }

    [Fact]
    public void ArgumentsMayBeGivenToAConstructor()
    {
        var world = ContractWorld.OfFiles(
        [
            """
            namespace Devmap.Contracts
            {
                class ReleasesRefAttribute : System.Attribute { public ReleasesRefAttribute(string kind) { } public int Unheard; }
                class HasTraitAttribute : System.Attribute { public string Trait; }
            }
            class C
            {
                [Devmap.Contracts.ReleasesRef("pin", Unheard = 1)] public void Unpin() { }
                [Devmap.Contracts.HasTrait(Trait = "hot")] public object F;
            }
            """,
        ]);

        Assert.Equal("-pin", ContractWorld.Effects(world.Of("C", "Unpin").Receiver));
        Assert.Equal(["hot"], world.Of("C", "F").Return.Traits);
    }

    [Theory]
    [InlineData("class C : C { [ReleasesRef] public virtual void M() { } }")]
    [InlineData("interface I : I { [ReleasesRef] void M(); } class C : I { public void M() { } }")]
    [InlineData("class C : Missing, IMissing { public override void M() { } void IMissing.N() { } }")]
    [InlineData("class C { public override int P { get => 0; } [AcquiresRef] int this[Missing x, ] { get; } }")]
    [InlineData("class C<T> where T : T { [HasTrait(\"x\")] T F; void M(T a) { } } class C { void M() { } }")]
    [InlineData("class C<T, U> where T : U where U : T { T F; void M(T a) { } } class C { void M() { } }")]
    [InlineData("class C { [AcquiresRef public bool M() => true; }")]
    [InlineData("[AcquiresRef] void M() { } class C { [return: ] [param: ReleasesRef] void M(, ) { } }")]
    public void BrokenDeclarationsAreReadWithoutHarm(string source)
    {
        var world = ContractWorld.OfBroken(source);

        foreach (var type in world.Compilation.Assembly.GlobalNamespace.GetTypeMembers())
        {
            world.Contracts.TraitsOf(type);
            world.Releases.ReleaseCallOf(type, "ref");
            foreach (var member in type.GetMembers())
            {
                Assert.NotNull(world.Contracts.Of(member));
                if (member is IFieldSymbol field)
                    world.Contracts.TraitsOf(field.Type);
                if (member is IMethodSymbol method)
                    Assert.All(method.Parameters, parameter => Assert.NotNull(world.Contracts.OfParameter(parameter)));
            }
        }
    }
}
