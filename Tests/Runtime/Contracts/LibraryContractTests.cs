using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Devmap.Contracts;
using Xunit;

namespace Devmap.Tests.Runtime.Contracts;

/// <summary>What the library says of itself: no counted object leaves it without a word about who holds it.</summary>
public sealed class LibraryContractTests
{
    private static readonly Type[] Counted = { typeof(Page), typeof(PgMap) };

    [Fact]
    public void EveryReturnedPageOrRange_SaysWhoHoldsIt()
    {
        IEnumerable<string> silent = PublicMethods()
            .Where(method => Counted.Contains(method.ReturnType) && !IsPropertyAccessor(method))
            .Where(method => !Says(method.ReturnParameter))
            .Select(Name);

        Assert.Empty(silent);
    }

    [Fact]
    public void EveryPropertyThatIsAPageOrRange_SaysWhoHoldsIt()
    {
        IEnumerable<string> silent = typeof(Page).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(property => Counted.Contains(property.PropertyType) && !Says(property))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");

        Assert.Empty(silent);
    }

    [Fact]
    public void EveryArrayOfPages_SaysWhatIsDoneToIt()
    {
        IEnumerable<string> silent = PublicMethods()
            .SelectMany(method => method.GetParameters(), (method, parameter) => (method, parameter))
            .Where(pair => pair.parameter.ParameterType == typeof(Page[]) && !Says(pair.parameter))
            .Select(pair => Name(pair.method));

        Assert.Empty(silent);
    }

    [Fact]
    public void WhatIsNotSaid_IsLent() => Assert.NotNull(typeof(Page).Assembly.GetCustomAttribute<BorrowedByDefaultAttribute>());

    [Fact]
    public void PrimitivesSayWhatTheyDo()
    {
        Assert.NotNull(typeof(Page).GetMethod(nameof(Page.Get))!.GetCustomAttribute<AcquiresRefAttribute>());
        Assert.Equal(When.True, typeof(Page).GetMethod(nameof(Page.TryGet))!.GetCustomAttribute<AcquiresRefAttribute>()!.When);
        Assert.NotNull(typeof(Page).GetMethod(nameof(Page.Put))!.GetCustomAttribute<ReleasesRefAttribute>());
        Assert.Equal("pin", typeof(Page).GetMethod(nameof(Page.Unpin))!.GetCustomAttribute<ReleasesRefAttribute>()!.Kind);
        Assert.Equal("pgmap", typeof(PgMap).GetMethod(nameof(PgMap.Put))!.GetCustomAttribute<ReleasesRefAttribute>()!.Kind);
        Assert.NotNull(typeof(Page).GetMethod(nameof(Page.ReadByte))!.GetCustomAttribute<RequiresRefAttribute>());
        Assert.Equal("fs-dax", typeof(DaxFile).GetMethod(nameof(DaxFile.Map))!.ReturnParameter.GetCustomAttribute<HasTraitAttribute>()!.Trait);
        Assert.Equal("fs-dax", typeof(Vma).GetProperty(nameof(Vma.IsFsDax))!.GetCustomAttribute<TraitTestAttribute>()!.Trait);
    }

    [Theory]
    [InlineData(nameof(AddressSpace.PinUserPages), 4, "pin")]
    [InlineData(nameof(AddressSpace.PinUserPages), 5, "pin")]
    [InlineData(nameof(AddressSpace.GetUserPages), 4, "ref")]
    [InlineData(nameof(AddressSpace.GetUserPages), 5, "ref")]
    public void UserPages_AreAcquiredByCount_AndRefuseLongTermOnFsDax(string name, int parameters, string kind)
    {
        ParameterInfo[] declared = typeof(AddressSpace).GetMethods()
            .Single(method => method.Name == name && method.GetParameters().Length == parameters)
            .GetParameters();

        var acquires = declared[^1].GetCustomAttribute<AcquiresRefAttribute>()!;
        Assert.Equal((kind, When.Positive, "return"), (acquires.Kind, acquires.When, acquires.Count));
        var rejects = declared[0].GetCustomAttribute<RejectsTraitAttribute>()!;
        Assert.Equal(("fs-dax", "flags"), (rejects.Trait, rejects.Argument));
        Assert.Equal(GupFlags.LongTerm, rejects.Flag);
    }

    private static IEnumerable<MethodInfo> PublicMethods()
    {
        return typeof(Page).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly));
    }

    private static bool IsPropertyAccessor(MethodInfo method) => method.IsSpecialName;

    private static bool Says(ICustomAttributeProvider element)
        => element.GetCustomAttributes(inherit: true).Any(attribute => attribute.GetType().Namespace == "Devmap.Contracts");

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
