using System;

namespace Devmap;

/// <summary>A call on which the kernel stops with <c>BUG_ON</c>: its precondition is the caller's to know, not an outcome.</summary>
public sealed class KernelBugException : InvalidOperationException
{
    /// <summary>Says which call was made (<paramref name="operation"/>) and what is wrong with it.</summary>
    public KernelBugException(string operation, string reason)
        : base($"BUG: {operation}: {reason}")
    {
        Operation = operation;
    }

    /// <summary>The call that was made.</summary>
    public string Operation { get; }
}
