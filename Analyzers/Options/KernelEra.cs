namespace Devmap.Analyzers.Options;

/// <summary>The time of the kernel's history whose rules the code is written for, in the order of time.</summary>
internal enum KernelEra
{
    /// <summary>v5.15: every device page idles at count 1, entries of device memory hold no reference.</summary>
    Linux515,

    /// <summary>v6.1 to v6.14: DAX as before; memory of PCI devices has to be asked for.</summary>
    Linux61,

    /// <summary>v6.15 and later: device pages are counted as all others are.</summary>
    Linux615,
}
