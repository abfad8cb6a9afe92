using System;

namespace Devmap.Contracts;

/// <summary>
/// A bare pointer: nothing keeps the object alive until a reference is acquired. A page looked up by its frame number
/// is one.
/// </summary>
[AttributeUsage(AttributeTargets.ReturnValue | AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property)]
public sealed class UncountedRefAttribute : Attribute
{
}
