using Devmap.Analyzers.Contracts;
using Xunit;

namespace Devmap.Tests.Unit.Contracts.Files;

/// <summary>Every verb, and every option, is read as the attribute that it stands for.</summary>
public sealed class ClauseTests
{
    private const string Code = """
        public class C
        {
            public C(object a) { }
            public object M(object a, ref bool ok, object[] many, int n) => a;
            public bool P { get; set; }
            public object F;
            public int Count;
        }
        """;

    private const string M = "M:C.M(System.Object,System.Boolean@,System.Object[],System.Int32);";

    [Theory]
    [InlineData("this acquires", "+ref")]
    [InlineData("this releases kind=pin", "-pin")]
    [InlineData("this acquires kind=pin, this acquires, this releases kind=x", "+pin +ref -x")]
    [InlineData("\tthis\u00A0acquires  kind = pin   # all of it", "+pin")]
    public void EffectsOfTheReceiver(string clauses, string expected) =>
        Assert.Equal(expected, ContractWorld.Effects(FileWorld.Of(Code, M + clauses).Of("C", "M").Receiver));

    [Theory]
    [InlineData("when true", RefCondition.True)]
    [InlineData("when false", RefCondition.False)]
    [InlineData("when notnull", RefCondition.NotNull)]
    [InlineData("when null", RefCondition.Null)]
    [InlineData("when zero", RefCondition.Zero)]
    [InlineData("when nonzero", RefCondition.NonZero)]
    [InlineData("when positive", RefCondition.Positive)]
    [InlineData("when nonnegative", RefCondition.NonNegative)]
    [InlineData("when always", RefCondition.Always)]
    [InlineData("", RefCondition.Always)]
    public void EveryCondition(string option, object expected) =>
        Assert.Equal(expected, Assert.Single(Read($"a releases {option}").Effects).When);

    [Fact]
    public void AConditionOnAParameterAndTheExceptionPath()
    {
        Assert.Equal(
            new RefEffect { Acquires = true, When = RefCondition.True, WhenParameter = "ok", ThrowsOtherwise = true },
            Assert.Single(Read("a acquires when ok true or throws").Effects));
        Assert.Equal(
            new RefEffect { When = RefCondition.NonZero, ThrowsOtherwise = true },
            Assert.Single(Read("a releases or throws when nonzero").Effects));
    }

    [Fact]
    public void EveryOptionOfAnEffect() =>
        Assert.Equal(
            new RefEffect { Kind = "pin", Count = "n", Member = "Data.Block", Idempotent = true, All = true, Of = "this" },
            Assert.Single(Read("a.Data.Block releases kind=pin count=n idempotent all of=this").Effects));

    [Fact]
    public void OtherVerbs()
    {
        Assert.True(Read("a requires") is { Requires: true, RequiredKind: null, RequiresHeld: false });
        Assert.True(Read("a requires kind=pin held") is { RequiredKind: "pin", RequiresHeld: true });
        Assert.True(Read("a borrowed") is { Origin: RefOrigin.Borrowed, BorrowedFrom: "this" });
        Assert.True(Read("a uncounted") is { Origin: RefOrigin.Uncounted });
        Assert.True(Read("a owned kind=pin while=IsFull") is { Origin: RefOrigin.Owned, OwnedKind: "pin", OwnedWhenMember: "IsFull" });
        Assert.True(Read("a kept") is { KeptBy: "this", KeptWhen: RefCondition.Always });
        Assert.True(Read("a kept by=return when true") is { KeptBy: "return", KeptWhen: RefCondition.True });
        Assert.Equal("return", Assert.Single(Read("a kept by=return, a releases").Effects).Keeper);
        Assert.True(Read("a runs at dispose").RunsAtDispose);
        Assert.Equal(["hot", "fs-dax"], Read("a has trait=hot, a has trait=fs-dax").Traits);
        Assert.Equal(new RejectedTrait("hot", "n", 0x1_0000), Assert.Single(Read("a rejects trait=hot argument=n flag=0x1_0000").Rejects));
        Assert.Equal(new RejectedTrait("hot", null, 3), Assert.Single(Read("a rejects trait=hot flag=3").Rejects));
    }

    [Fact]
    public void WhatIsReturned()
    {
        Assert.Equal("+rent", ContractWorld.Effects(Return("return acquires kind=rent")));
        Assert.True(Return("return borrowed from=a") is { Origin: RefOrigin.Borrowed, BorrowedFrom: "a" });
        Assert.True(Return("return borrowed from=null") is { Origin: RefOrigin.Borrowed, BorrowedFrom: null });
        Assert.True(Return("return uncounted") is { Origin: RefOrigin.Uncounted });
        Assert.Equal("this", Return("return alias").AliasOf);
        Assert.Equal("a", Return("return alias from=@a").AliasOf);

        ElementContract Return(string clause) => FileWorld.Of(Code, M + clause).Of("C", "M").Return;
    }

    [Fact]
    public void WhatAConstructorMakes()
    {
        Assert.Equal("+ref", ContractWorld.Effects(New("new acquires").Receiver));
        Assert.Equal("+ref", ContractWorld.Effects(New("this acquires").Receiver));
        Assert.True(New("new borrowed from=a").Return is { Origin: RefOrigin.Borrowed, BorrowedFrom: "a" });

        MemberContract New(string clause) => FileWorld.Of(Code, "M:C.#ctor(System.Object);" + clause).Of("C", ".ctor");
    }

    [Fact]
    public void PropertiesAndFields()
    {
        Assert.Equal("gchandle", Of("P", "P:C.P; this tests kind=gchandle").TestsRef);
        Assert.Equal("hot", Of("P", "P:C.P; this tests trait=hot").TestsTrait);
        Assert.Equal(RefOrigin.Borrowed, Of("P", "P:C.P; return borrowed").Return.Origin);
        Assert.Equal(RefOrigin.Borrowed, Of("P", "M:C.get_P; return borrowed").Return.Origin);
        Assert.Equal("+ref", ContractWorld.Effects(Of("P", "P:C.P; return acquires").Return));
        Assert.Equal("+ref", ContractWorld.Effects(Of("P", "P:C.P; this acquires").Receiver));
        Assert.Equal(RefOrigin.Owned, Of("F", "F:C.F; this owned").Return.Origin);
        Assert.Equal(RefOrigin.Owned, Of("F", "F:C.F; return owned").Return.Origin);
        Assert.Equal("pin", Of("Count", "F:C.Count; this counter kind=pin").CountsRef);

        MemberContract Of(string member, string file) => FileWorld.Of(Code, file).Of("C", member);
    }

    [Fact]
    public void TypesAndAssemblies()
    {
        Assert.True(FileWorld.Of(Code, "T:C; trusted").OfType("C").IsTrusted);
        Assert.True(FileWorld.Of(Code, "T:C; borrowed by default").OfType("C").LendsByDefault);
        Assert.True(FileWorld.Of(Code, "T:C; borrowed by default").Of("C", "M").LendsByDefault);
        Assert.Equal(["hot"], FileWorld.Of(Code, "T:C; this has trait=hot").OfType("C").Return.Traits);
        Assert.True(FileWorld.Of(Code, M + "trusted").Of("C", "M").IsTrusted);
    }

    [Fact]
    public void AnAssemblyIsNamedAsInReferences()
    {
        var code = ContractWorld.Of("public class C { public void M(object a) { } }");
        var files = FileWorld.Load($"A:{code.Compilation.AssemblyName}; borrowed by default");

        Assert.True(new ContractProvider(files).Of(code.Member("C", "M")).LendsByDefault);
        Assert.False(new ContractProvider(FileWorld.Load("A:Another; borrowed by default")).Of(code.Member("C", "M")).LendsByDefault);
    }

    [Fact]
    public void AParameterMayBeCalledAsAVerb()
    {
        var world = FileWorld.Of(
            "public class C { public void M(object trusted, object @this, object borrowed, out bool positive) { positive = true; } }",
            "M:C.M(System.Object,System.Object,System.Object,System.Boolean@); trusted releases when positive true, @this releases kind=x, borrowed requires");

        Assert.Equal("positive", Assert.Single(world.Of("C", "M").Parameter(0).Effects).WhenParameter);
        Assert.Equal(["-ref", "-x", "", ""], ContractWorld.Effects(world.Of("C", "M")));
        Assert.True(world.Of("C", "M").Parameter(2).Requires);
        Assert.False(world.Of("C", "M").IsTrusted);
    }

    private static ElementContract Read(string clauses) => FileWorld.Of(Code, M + clauses).Of("C", "M").Parameter(0);
}
