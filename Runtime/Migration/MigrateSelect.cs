using System;

namespace Devmap;

/// <summary>Which pages are to move (<c>enum migrate_vma_direction</c>).</summary>
[Flags]
public enum MigrateSelect
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Pages of RAM (<c>MIGRATE_VMA_SELECT_SYSTEM</c>).</summary>
    System = 1,

    /// <summary>Pages that are at the device (<c>MIGRATE_VMA_SELECT_DEVICE_PRIVATE</c>).</summary>
    DevicePrivate = 2,
}
