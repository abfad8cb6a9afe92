using System;

namespace Devmap.Contracts;

/// <summary>The delegate runs when the returned object is disposed: a scope guard.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class RunsAtDisposeAttribute : Attribute
{
}
