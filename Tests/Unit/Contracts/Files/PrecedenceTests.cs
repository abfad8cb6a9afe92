using System.Linq;
using Devmap.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Devmap.Tests.Unit.Contracts.Files;

/// <summary>Contract files beside attributes, beside each other, and up and down the hierarchy.</summary>
public sealed class PrecedenceTests
{
    [Fact]
    public void OfOneElementTheAttributeCounts()
    {
        var world = FileWorld.Of(
            "public class C { [ReleasesRef(Kind = \"written\")] public object M([RequiresRef] object a, object b) => a; }",
            "M:C.M(System.Object,System.Object); this releases kind=file, a releases kind=file, b releases kind=file, return acquires kind=file");

        var contract = world.Of("C", "M");
        Assert.Equal("-written", ContractWorld.Effects(contract.Receiver));
        Assert.True(contract.Parameter(0) is { Requires: true, Effects.IsEmpty: true });
        Assert.Equal("-file", ContractWorld.Effects(contract.Parameter(1)));
        Assert.Equal("+file", ContractWorld.Effects(contract.Return));
    }

    [Fact]
    public void AFileComesBeforeWhatIsInherited()
    {
        var world = FileWorld.Of(
            "public interface I { [ReleasesRef] void M(); } public class A : I { public void M() { } } public class B : I { public void M() { } }",
            "M:A.M; this releases kind=file");

        Assert.Equal("-file", ContractWorld.Effects(world.Of("A", "M").Receiver));
        Assert.Equal("-ref", ContractWorld.Effects(world.Of("B", "M").Receiver));
    }

    [Fact]
    public void OverridesAndImplementationsInherit()
    {
        var world = FileWorld.Of(
            """
            public interface I { object Get(object key); }
            public class A : I { object I.Get(object name) => name; public virtual void Free(object a) { } }
            public class B : A { public override void Free(object b) { } }
            """,
            """
            M:I.Get(System.Object);  return alias from=key
            M:A.Free(System.Object); a releases
            """);

        Assert.Equal("name", world.Of("A", "Get").Return.AliasOf);
        Assert.Equal("-ref", ContractWorld.Effects(world.Of("B", "Free").Parameter(0)));
    }

    [Fact]
    public void WhatIsWrittenReplacesWhatIsAssumedOfDisposal()
    {
        const string Code = "public class C : System.IDisposable { public void Dispose() { } }";

        Assert.True(FileWorld.Of(Code).Of("C", "Dispose").Receiver.IsAssumed);
        Assert.Equal(
            new RefEffect { Kind = "held" },
            Assert.Single(FileWorld.Of(Code, "M:System.IDisposable.Dispose; this releases kind=held").Of("C", "Dispose").Receiver.Effects));
    }

    [Fact]
    public void AFileComesBeforeForeignAnnotations()
    {
        var world = FileWorld.Of(
            "public class C { [JetBrains.Annotations.MustDisposeResource] public static C Open() => null; }",
            "M:C.Open; return acquires kind=dispose when notnull");

        Assert.Equal(RefCondition.NotNull, Assert.Single(world.Of("C", "Open").Return.Effects).When);
    }

    [Fact]
    public void EntriesOfOneMemberAddUpOverLinesAndFiles()
    {
        var world = FileWorld.Of(
            "public class C { public object M(object a) => a; }",
            "M:C.M(System.Object); this releases\nM:C.M(System.Object); this acquires kind=pin",
            "M:C.M(System.Object); a requires, return borrowed");

        Assert.Equal("-ref +pin", ContractWorld.Effects(world.Of("C", "M").Receiver));
        Assert.True(world.Of("C", "M").Parameter(0).Requires);
        Assert.Equal(RefOrigin.Borrowed, world.Of("C", "M").Return.Origin);
        Assert.All(world.Files.Files, file => Assert.Empty(file.Conflicts));
    }

    [Theory]
    [InlineData("this acquires", "this acquires", "repeats")]
    [InlineData("this acquires", "this acquires when true", "contradicts")]
    [InlineData("a releases kind=x", "a releases kind=x idempotent", "contradicts")]
    [InlineData("a releases kind=x all idempotent", "a releases idempotent all kind=x", "repeats")]
    [InlineData("return borrowed", "return uncounted", "contradicts")]
    [InlineData("return borrowed", "return borrowed from=a", "contradicts")]
    [InlineData("return alias", "return alias from=a", "contradicts")]
    [InlineData("a kept", "a kept by=return", "contradicts")]
    [InlineData("trusted", "trusted", "repeats")]
    [InlineData("a has trait=x", "a has trait=x", "repeats")]
    [InlineData("this tests", "this tests kind=x", "contradicts")]
    public void OfTwoClausesThatExcludeEachOtherTheEarlierIsInForce(string earlier, string later, string how)
    {
        var files = FileWorld.Load($"M:C.M; {earlier}", $"# more\nM:C.M; a requires, {later}").Files;

        Assert.Empty(files[0].Conflicts);
        var conflict = Assert.Single(files[1].Conflicts);
        Assert.Equal($"it {how} line 1 of 1.RefContracts.txt", conflict.Message);
        Assert.Equal(26, conflict.Span.Start);

        Assert.Single(FileWorld.Load($"M:C.M; {earlier}, {later}").Files.Single().Conflicts);
    }

    [Theory]
    [InlineData("this acquires", "this acquires kind=pin")]
    [InlineData("this acquires", "a acquires")]
    [InlineData("a acquires", "b acquires")]
    [InlineData("a releases", "a acquires")]
    [InlineData("a releases", "a requires")]
    [InlineData("a.Data releases", "a releases")]
    [InlineData("this acquires", "return acquires")]
    [InlineData("a has trait=x", "a has trait=y")]
    [InlineData("return borrowed", "return has trait=x")]
    [InlineData("this tests", "this tests trait=x")]
    [InlineData("a kept", "a releases")]
    public void ClausesThatGoTogether(string earlier, string later) =>
        Assert.All(FileWorld.Load($"M:C.M; {earlier}", $"M:C.M; {later}").Files, file => Assert.Empty(file.Conflicts));

    [Fact]
    public void AFileThatIsGivenTwiceIsReadOnce()
    {
        var file = new MemoryFile("/a/RefContracts.txt", "M:C.M; this acquires");
        var files = Devmap.Analyzers.Contracts.Files.ContractFileSet.Load([file, file, new MemoryFile("/b/RefContracts.txt", null)], default);

        Assert.Empty(Assert.Single(files.Files).Conflicts);
    }
}
