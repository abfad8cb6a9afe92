using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Devmap.Contracts;
using Xunit;

namespace Devmap.Tests.Runtime.Contracts;

/// <summary>The analyzers verify every body of the library that is not the primitive itself: these are the primitives.</summary>
public sealed class TrustedBodyTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // Where counts change; where the kind of a reference depends on a flag; and the one defect that loses a reference.
    private static readonly HashSet<string> s_primitives = new()
    {
        "Page.Get", "Page.TryGet", "Page.Put", "Page.Unpin", "Page.TryPin", "Page.InitZoneDevice", "Page.AddReference",
        "Page.HandReferenceToMapping", "Page.get_Folio", "PgMap.Put", "PgMap.TryGetLive", "PhysicalMemory.GetDevPagemap",
        "RamZone.Allocate", "PageGrab.Take", "PageGrab.Release", "AddressSpace.GetUserPage",
        "DevicePageFailure.PutCallersReference", "UncountedDaxEra.PutAfterGrab",
    };

    [Fact]
    public void OnlyPrimitives_AreTrusted()
    {
        IEnumerable<string> trusted = typeof(Page).Assembly.GetTypes()
            .SelectMany(type => type.GetMembers(Everything))
            .OfType<MethodBase>()
            .Where(method => method.GetCustomAttribute<TrustedContractAttribute>() is not null)
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .Distinct();

        Assert.Empty(trusted.Except(s_primitives));
    }

    [Fact]
    public void NoWholeType_IsTrusted_ButTheCounterItself()
    {
        IEnumerable<string> trusted = typeof(Page).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<TrustedContractAttribute>() is not null)
            .Select(type => type.Name);

        Assert.Equal(new[] { nameof(PercpuRef) }, trusted);
    }
}
