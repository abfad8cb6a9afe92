using System;

namespace Devmap.Contracts;

/// <summary>
/// An integer field that counts the references on its object: <c>++</c>, <c>--</c> and the calls of
/// <see cref="System.Threading.Interlocked"/> on it acquire and release.
/// </summary>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true)]
public sealed class RefCounterAttribute : Attribute
{
    /// <summary>The counter that is meant, where an object has several.</summary>
    public string Kind { get; set; } = "ref";
}
