namespace Devmap;

/// <summary>The kind of memory that a device range is (<c>enum memory_type</c>).</summary>
public enum MemoryType
{
    /// <summary>Memory that the CPU cannot reach (<c>MEMORY_DEVICE_PRIVATE</c>).</summary>
    Private = 1,

    /// <summary>Device memory that the CPU reaches coherently (<c>MEMORY_DEVICE_COHERENT</c>).</summary>
    Coherent = 2,

    /// <summary>Persistent memory whose pages belong to a filesystem (<c>MEMORY_DEVICE_FS_DAX</c>).</summary>
    FsDax = 3,

    /// <summary>Memory of a device-dax instance (<c>MEMORY_DEVICE_GENERIC</c>).</summary>
    Generic = 4,

    /// <summary>Memory of a PCI device for transfers between devices (<c>MEMORY_DEVICE_PCI_P2PDMA</c>).</summary>
    PciP2PDma = 5,
}
