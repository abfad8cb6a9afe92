using System;

namespace Devmap.Contracts;

/// <summary>The value is the very object of its <see cref="Source"/>: a fluent call, a raw handle, the address of a mapping.</summary>
[AttributeUsage(AttributeTargets.ReturnValue | AttributeTargets.Property)]
public sealed class AliasOfAttribute : Attribute
{
    /// <summary>The receiver (<c>"this"</c>) or a parameter.</summary>
    public string Source { get; set; } = "this";
}
