using System.Threading.Tasks;
using Devmap.Tests.Unit.Contracts;
using Xunit;

namespace Devmap.Tests.Unit.Contracts.Files;

/// <summary>A file that says <c>#preset</c> in its first line describes a library for everybody who uses it.</summary>
public sealed class PresetTests
{
    private const string Code = "public class C { public void M() { } public void N() { } }";

    [Fact]
    public void WhatAProjectSaysOfAMemberStandsInItsPlace()
    {
        // The preset comes first by its path.
        var world = FileWorld.Of(Code, "#preset\nM:C.M; this releases kind=preset\nM:C.N; this releases kind=preset", "M:C.M; this acquires kind=project");

        Assert.Equal("+project", ContractWorld.Effects(world.Of("C", "M").Receiver));
        Assert.Equal("-preset", ContractWorld.Effects(world.Of("C", "N").Receiver));
    }

    [Fact]
    public void OnlyTheFirstLineMakesAPreset()
    {
        Assert.True(FileWorld.Read("#preset").IsPreset);
        Assert.True(FileWorld.Read("\uFEFF #preset \r\nM:C.M; this releases").IsPreset);
        Assert.False(FileWorld.Read("\n#preset").IsPreset);
        Assert.False(FileWorld.Read("# preset").IsPreset);
        Assert.False(FileWorld.Read("").IsPreset);
    }

    [Fact]
    public Task AnOlderLibraryLacksMembersAndNobodyIsTold() =>
        ContractFileTest.VerifyAsync("#preset\nM:Lib.Index.Reader.Flush; this releases\nM:Lib.Index.Reader.DecRef; nobody releases");

    [Fact]
    public Task AFileOfAProjectThatRepeatsAPresetIsNoMistake() =>
        ContractFileTest.VerifyAsync("#preset\nM:Lib.Index.Reader.DecRef; this releases", "M:Lib.Index.Reader.DecRef; this releases");
}
