using System;
using System.Collections.Generic;

namespace Devmap.Tests.Interleaving.Scheduling;

/// <summary>A machine, and what a few threads do with it at the same time.</summary>
internal abstract class Scenario
{
    /// <summary>What each thread does, once.</summary>
    public abstract IReadOnlyList<Action> Threads { get; }

    /// <summary>What must hold before every step of every thread.</summary>
    public virtual void Always()
    {
    }

    /// <summary>What must hold when all threads have ended.</summary>
    public abstract void Finally();
}
