using System;

namespace Devmap.Contracts;

/// <summary>The body is the primitive itself: its contract is taken at its word and not verified against the body.</summary>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property
    | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class TrustedContractAttribute : Attribute
{
}
