using System;

namespace Devmap.Contracts;

/// <summary>A bool member that is true exactly while one reference of <see cref="Kind"/> is held.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RefTestAttribute : Attribute
{
    /// <summary>The counter that is meant, where an object has several.</summary>
    public string Kind { get; set; } = "ref";
}
