using Devmap.Contracts;

namespace Devmap;

/// <content>Hardware errors, made for tests.</content>
public sealed partial class AddressSpace
{
    /// <summary>Makes a hardware error in the memory behind an address (<c>madvise(MADV_HWPOISON)</c>).</summary>
    /// <returns>As <see cref="PhysicalMemory.MemoryFailure"/>; <see cref="Errno.EFAULT"/>: nothing is there.</returns>
    [TrustedContract]
    public Errno InjectFailure(ulong address)
    {
        var pages = new Page[1];
        int taken = GetUserPagesFast(address, 1, GupFlags.None, pages);
        if (taken < 0)
        {
            return (Errno)(-taken);
        }

        // The reference goes with the call: the page must not go away before it is worked on.
        return Memory.MemoryFailure(pages[0].Pfn, MemoryFailureFlags.CountIncreased);
    }
}
