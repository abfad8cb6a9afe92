using System;
using System.Linq;
using System.Reflection;
using Devmap.Contracts;
using Xunit;

namespace Devmap.Tests.Runtime.Contracts;

/// <summary>The names that analyzers look for: a renamed attribute or property would switch rules off without a word.</summary>
public sealed class AttributeTests
{
    [Theory]
    [InlineData("AcquiresRefAttribute", "Count Kind Member ThrowsOtherwise When WhenParameter")]
    [InlineData("ReleasesRefAttribute", "All Count Idempotent Kind Member Of ThrowsOtherwise When WhenParameter")]
    [InlineData("RequiresRefAttribute", "Held Kind")]
    [InlineData("BorrowedRefAttribute", "From")]
    [InlineData("UncountedRefAttribute", "")]
    [InlineData("OwnedRefAttribute", "Kind WhenMember")]
    [InlineData("TrustedContractAttribute", "")]
    [InlineData("KeptByAttribute", "Keeper When")]
    [InlineData("AliasOfAttribute", "Source")]
    [InlineData("RefTestAttribute", "Kind")]
    [InlineData("RefCounterAttribute", "Kind")]
    [InlineData("BorrowedByDefaultAttribute", "")]
    [InlineData("RunsAtDisposeAttribute", "")]
    [InlineData("HasTraitAttribute", "Trait")]
    [InlineData("TraitTestAttribute", "Trait")]
    [InlineData("RejectsTraitAttribute", "Argument Flag Trait")]
    public void HasExactlyTheseProperties(string name, string properties)
    {
        Type type = typeof(When).Assembly.GetType("Devmap.Contracts." + name, throwOnError: true)!;

        Assert.True(type.IsSealed);
        Assert.Equal(typeof(Attribute), type.BaseType);
        string[] declared = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(property => property.Name)
            .OrderBy(property => property, StringComparer.Ordinal)
            .ToArray();
        Assert.Equal(properties, string.Join(" ", declared));
    }

    [Fact]
    public void Defaults()
    {
        Assert.Equal(("ref", When.Always, false), (new AcquiresRefAttribute().Kind, new AcquiresRefAttribute().When, new AcquiresRefAttribute().ThrowsOtherwise));
        Assert.Equal(("ref", false, false), (new ReleasesRefAttribute().Kind, new ReleasesRefAttribute().Idempotent, new ReleasesRefAttribute().All));
        Assert.Null(new RequiresRefAttribute().Kind);
        Assert.Equal("this", new BorrowedRefAttribute().From);
        Assert.Equal("ref", new OwnedRefAttribute().Kind);
        Assert.Equal("this", new KeptByAttribute().Keeper);
        Assert.Equal("this", new AliasOfAttribute().Source);
        Assert.Equal("ref", new RefTestAttribute().Kind);
        Assert.Equal("ref", new RefCounterAttribute().Kind);
        Assert.Equal("fs-dax", new RejectsTraitAttribute("fs-dax").Trait);
    }

    [Fact]
    public void When_HasItsMembersInThisOrder()
    {
        Assert.Equal(
            new[] { "Always", "True", "False", "NotNull", "Null", "Zero", "NonZero", "Positive", "NonNegative" },
            Enum.GetNames<When>());
    }
}
