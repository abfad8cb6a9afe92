using System;

namespace Devmap;

/// <summary>
/// Memory was touched whose device range has been taken away. On a machine this is a machine check or a silent
/// corruption; the model never lets it pass.
/// </summary>
public sealed class MemoryRemovedException : InvalidOperationException
{
    /// <summary>Says which frame was touched by which call.</summary>
    public MemoryRemovedException(Pfn pfn, string operation)
        : base($"{operation} touches {pfn}, whose pgmap has been removed.")
    {
        Pfn = pfn;
        Operation = operation;
    }

    /// <summary>The frame that was touched.</summary>
    public Pfn Pfn { get; }

    /// <summary>The call that touched it.</summary>
    public string Operation { get; }
}
