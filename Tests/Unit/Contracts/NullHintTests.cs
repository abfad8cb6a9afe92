using System.Linq;
using Devmap.Analyzers.Contracts;
using Xunit;

namespace Devmap.Tests.Unit.Contracts;

/// <summary>What hints about null say of acquires without a condition.</summary>
public sealed class NullHintTests
{
    [Theory]
    [InlineData("bool M([AcquiresRef] [NotNullWhen(true)] out object a)", RefCondition.True)]
    [InlineData("bool M([AcquiresRef] [NotNullWhen(false)] out object a)", RefCondition.False)]
    [InlineData("bool M([AcquiresRef] [MaybeNullWhen(false)] out object a)", RefCondition.True)]
    [InlineData("bool M([JetBrains.Annotations.MustDisposeResource] [NotNullWhen(true)] out object a)", RefCondition.True)]
    [InlineData("bool M([AcquiresRef(When = When.False)] [NotNullWhen(true)] out object a)", RefCondition.False)]
    [InlineData("bool M([AcquiresRef] out object a)", RefCondition.Always)]
    [InlineData("int M([AcquiresRef] [NotNullWhen(true)] out object a)", RefCondition.Always)]
    [InlineData("bool M([AcquiresRef] [NotNullWhen(true)] object a)", RefCondition.Always)]
    public void OfAnOutParameter(string signature, object when)
    {
        var world = ContractWorld.Of($"using System.Diagnostics.CodeAnalysis; abstract class C {{ public abstract {signature}; }}");

        Assert.Equal(when, Assert.Single(world.Of("C", "M").Parameter(0).Effects).When);
    }

    [Fact]
    public void OfAMemberThatAFileDescribes()
    {
        var world = Files.FileWorld.Of(
            "using System.Diagnostics.CodeAnalysis; public class C { public bool M([NotNullWhen(true)] out object a) { a = null; return false; } }",
            "M:C.M(System.Object@); a acquires");

        Assert.Equal(RefCondition.True, world.Of("C", "M").Parameter(0).Effects.Single().When);
    }
}
