using System;

namespace Devmap.Contracts;

/// <summary>
/// Something must hold a reference for the whole call: on the receiver (method, property) or on the argument
/// (parameter). An object that is lent to the caller will do.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class RequiresRefAttribute : Attribute
{
    /// <summary>The kind that is required; <see langword="null"/>: any.</summary>
    public string? Kind { get; set; }

    /// <summary>The calling body itself must hold it, or hold the object that this one is borrowed from.</summary>
    public bool Held { get; set; }
}
