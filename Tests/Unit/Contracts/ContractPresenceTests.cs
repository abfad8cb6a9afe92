using Devmap.Analyzers.Contracts;
using Xunit;

namespace Devmap.Tests.Unit.Contracts;

/// <summary>The gate: where no contract can be seen, nothing is analysed.</summary>
public sealed class ContractPresenceTests
{
    [Theory]
    [InlineData("class C { }", false)]
    [InlineData("namespace Devmap.Contracts { class Unrelated { } }", false)]
    [InlineData("namespace Devmap { class AcquiresRefAttribute : System.Attribute { } }", false)]
    [InlineData("namespace Other.Devmap.Contracts { class AcquiresRefAttribute : System.Attribute { } }", false)]
    [InlineData("namespace JetBrains.Annotations { class NotNullAttribute : System.Attribute { } }", false)]
    [InlineData("class Devmap { class Contracts { class AcquiresRefAttribute { } } }", false)]
    [InlineData("namespace Devmap.Contracts { class AcquiresRefAttribute : System.Attribute { } }", true)]
    [InlineData("namespace Devmap.Contracts { class TrustedContractAttribute : System.Attribute { } }", true)]
    [InlineData("namespace JetBrains.Annotations { class MustDisposeResourceAttribute : System.Attribute { } }", true)]
    [InlineData("namespace JetBrains.Annotations { class HandlesResourceDisposalAttribute : System.Attribute { } }", true)]
    public void InSourceAndInReferences(string source, bool expected)
    {
        var declaring = ContractWorld.OfFiles([source]);
        var referencing = ContractWorld.OfFiles(["class User { }"], declaring.ToMetadata());
        var inSource = ContractWorld.OfFiles(["class User { }"], declaring.Compilation.ToMetadataReference());

        Assert.Equal(expected, ContractPresence.AnyInSight(declaring.Compilation));
        Assert.Equal(expected, ContractPresence.AnyInSight(referencing.Compilation));
        Assert.Equal(expected, ContractPresence.AnyInSight(inSource.Compilation));
    }
}
