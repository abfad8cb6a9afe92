using System;

namespace Devmap;

/// <summary>An invariant that is watched does not hold.</summary>
public sealed class InvariantBreachException : InvalidOperationException
{
    internal InvariantBreachException(InvariantBreach breach)
        : base(breach.ToString())
    {
        Breach = breach;
    }

    /// <summary>What was found.</summary>
    public InvariantBreach Breach { get; }
}
