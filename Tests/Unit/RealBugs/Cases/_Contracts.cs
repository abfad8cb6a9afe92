// Source copy of the contract attributes (contracts.md), compiled with each folder of cases.
// They may stand anywhere and more than once: what stands in the wrong place is the analyzer's to report, not the compiler's.
#nullable enable
using System;

namespace Devmap.Contracts;

internal enum When { Always, True, False, NotNull, Null, Zero, NonZero, Positive, NonNegative }

[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class AcquiresRefAttribute : Attribute
{
    public string Kind { get; set; } = "ref";
    public When When { get; set; }
    public string? WhenParameter { get; set; }
    public bool ThrowsOtherwise { get; set; }
    public string? Count { get; set; }
    public string? Member { get; set; }
}

[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class ReleasesRefAttribute : Attribute
{
    public string Kind { get; set; } = "ref";
    public When When { get; set; }
    public string? WhenParameter { get; set; }
    public bool ThrowsOtherwise { get; set; }
    public string? Count { get; set; }
    public string? Member { get; set; }
    public bool Idempotent { get; set; }
    public bool All { get; set; }
    public string? Of { get; set; }
}

[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class RequiresRefAttribute : Attribute
{
    public string? Kind { get; set; }
    public bool Held { get; set; }
}

[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class BorrowedRefAttribute : Attribute { public string? From { get; set; } = "this"; }

[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class UncountedRefAttribute : Attribute { }

[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class OwnedRefAttribute : Attribute
{
    public string Kind { get; set; } = "ref";
    public string? WhenMember { get; set; }
}

[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class KeptByAttribute : Attribute { public string Keeper { get; set; } = "this"; }

[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class AliasOfAttribute : Attribute { public string Source { get; set; } = "this"; }

[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class RefTestAttribute : Attribute { public string Kind { get; set; } = "ref"; }

[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class RefCounterAttribute : Attribute { public string Kind { get; set; } = "ref"; }

[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class BorrowedByDefaultAttribute : Attribute { }

[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class RunsAtDisposeAttribute : Attribute { }

[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class HasTraitAttribute(string trait) : Attribute { public string Trait { get; } = trait; }

[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class TraitTestAttribute(string trait) : Attribute { public string Trait { get; } = trait; }

[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class RejectsTraitAttribute(string trait) : Attribute
{
    public string Trait { get; } = trait;
    public string? Argument { get; set; }
    public object? Flag { get; set; }
}

[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class TrustedContractAttribute : Attribute { }
