namespace Devmap.Tests.Unit.Contracts;

/// <summary>Contract attributes as a library would declare them in its own source.</summary>
internal static class ContractAttributes
{
    public const string Source = """
        #nullable enable
        namespace Devmap.Contracts
        {
            using System;

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

            [AttributeUsage(AttributeTargets.All)]
            internal sealed class RequiresRefAttribute : Attribute
            {
                public string? Kind { get; set; }
                public bool Held { get; set; }
            }

            [AttributeUsage(AttributeTargets.All)]
            internal sealed class BorrowedRefAttribute : Attribute { public string? From { get; set; } = "this"; }

            [AttributeUsage(AttributeTargets.All)]
            internal sealed class UncountedRefAttribute : Attribute { }

            [AttributeUsage(AttributeTargets.All)]
            internal sealed class OwnedRefAttribute : Attribute
            {
                public string Kind { get; set; } = "ref";
                public string? WhenMember { get; set; }
            }

            [AttributeUsage(AttributeTargets.All)]
            internal sealed class KeptByAttribute : Attribute
            {
                public string Keeper { get; set; } = "this";
                public When When { get; set; }
            }

            [AttributeUsage(AttributeTargets.All)]
            internal sealed class AliasOfAttribute : Attribute { public string Source { get; set; } = "this"; }

            [AttributeUsage(AttributeTargets.All)]
            internal sealed class RefTestAttribute : Attribute { public string Kind { get; set; } = "ref"; }

            [AttributeUsage(AttributeTargets.All)]
            internal sealed class RefCounterAttribute : Attribute { public string Kind { get; set; } = "ref"; }

            [AttributeUsage(AttributeTargets.All)]
            internal sealed class BorrowedByDefaultAttribute : Attribute { }

            [AttributeUsage(AttributeTargets.All)]
            internal sealed class RunsAtDisposeAttribute : Attribute { }

            [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
            internal sealed class HasTraitAttribute : Attribute { public HasTraitAttribute(string trait) { } }

            [AttributeUsage(AttributeTargets.All)]
            internal sealed class TraitTestAttribute : Attribute { public TraitTestAttribute(string trait) { } }

            [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
            internal sealed class RejectsTraitAttribute : Attribute
            {
                public RejectsTraitAttribute(string trait) { }
                public string? Argument { get; set; }
                public object? Flag { get; set; }
            }

            [AttributeUsage(AttributeTargets.All)]
            internal sealed class TrustedContractAttribute : Attribute { }
        }
        """;

    /// <summary>The two annotations of JetBrains that are read.</summary>
    public const string JetBrains = """
        namespace JetBrains.Annotations
        {
            using System;

            [AttributeUsage(AttributeTargets.All)]
            internal sealed class MustDisposeResourceAttribute : Attribute
            {
                public MustDisposeResourceAttribute() { Value = true; }
                public MustDisposeResourceAttribute(bool value) { Value = value; }
                public bool Value { get; }
            }

            [AttributeUsage(AttributeTargets.All)]
            internal sealed class HandlesResourceDisposalAttribute : Attribute { }
        }
        """;
}
