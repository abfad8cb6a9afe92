namespace Devmap;

/// <summary>What a fault finds behind an offset of a file (the type and flags of an <c>iomap</c>).</summary>
internal enum DaxExtent
{
    /// <summary>Nothing: beyond the end, a dead device, or no space for a write.</summary>
    None,

    /// <summary>A hole, which reads as zeros.</summary>
    Hole,

    /// <summary>A block, of which it is not safe on the medium yet that it is the file's (<c>IOMAP_F_DIRTY</c>).</summary>
    NotYetSafe,

    /// <summary>A block.</summary>
    Mapped,
}
