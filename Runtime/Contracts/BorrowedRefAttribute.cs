using System;

namespace Devmap.Contracts;

/// <summary>
/// The object is alive as long as what it was borrowed from, and is not the receiver's to release. On a parameter: lent
/// for the call and not kept.
/// </summary>
[AttributeUsage(AttributeTargets.ReturnValue | AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property)]
public sealed class BorrowedRefAttribute : Attribute
{
    /// <summary>What it is borrowed from: <c>"this"</c> or a parameter; <see langword="null"/>: from nobody, alive for good.</summary>
    public string? From { get; set; } = "this";
}
