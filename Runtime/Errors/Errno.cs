namespace Devmap;

/// <summary>The kernel's error numbers. A call that answers with a count gives the negative of one of them.</summary>
public enum Errno
{
    /// <summary>Success.</summary>
    None = 0,

    /// <summary>Operation not permitted.</summary>
    EPERM = 1,

    /// <summary>Input or output error.</summary>
    EIO = 5,

    /// <summary>No such device or address.</summary>
    ENXIO = 6,

    /// <summary>Try again.</summary>
    EAGAIN = 11,

    /// <summary>Out of memory; of a pin also: the page could not be grabbed.</summary>
    ENOMEM = 12,

    /// <summary>Bad address.</summary>
    EFAULT = 14,

    /// <summary>Busy; of an insert: the page-table entry is occupied.</summary>
    EBUSY = 16,

    /// <summary>Exists already.</summary>
    EEXIST = 17,

    /// <summary>No such device.</summary>
    ENODEV = 19,

    /// <summary>Invalid argument.</summary>
    EINVAL = 22,

    /// <summary>No space left on the device.</summary>
    ENOSPC = 28,

    /// <summary>Not supported here; of a pin: this memory cannot be pinned long-term.</summary>
    EOPNOTSUPP = 95,

    /// <summary>The time ran out. The kernel would have waited on.</summary>
    ETIMEDOUT = 110,

    /// <summary>Remote input or output error; of a pin: peer-to-peer memory, which was not asked for.</summary>
    EREMOTEIO = 121,

    /// <summary>The memory has a hardware error.</summary>
    EHWPOISON = 133,

    /// <summary>Interrupted; the call may be made again.</summary>
    ERESTARTSYS = 512,
}
