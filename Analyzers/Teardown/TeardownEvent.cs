using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Teardown;

/// <summary>What an operation has to do with the end of a device range.</summary>
internal enum TeardownStep
{
    /// <summary>A device range comes into being.</summary>
    Make,

    /// <summary>Mappings come into being: a file is mapped, a page-table entry filled.</summary>
    Map,

    /// <summary>No new page is given out from here on.</summary>
    Kill,

    /// <summary>Mappings are taken away.</summary>
    ShootDown,

    /// <summary>The range is taken away.</summary>
    Remove,

    /// <summary>Code that nobody can look into: it may take mappings away.</summary>
    Unknown,
}

/// <summary>One such operation in a body.</summary>
/// <param name="Step">What it does.</param>
/// <param name="Operation">The call.</param>
/// <param name="Block">The ordinal of its block in the graph of the body.</param>
/// <param name="Index">Its place among the events of the block.</param>
internal sealed record TeardownEvent(TeardownStep Step, IOperation Operation, int Block, int Index);
