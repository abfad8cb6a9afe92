
namespace Devmap;

/// <content>Hardware errors, made for tests.</content>
public sealed partial class AddressSpace
{
    /// <summary>Makes a hardware error in the memory behind an address (<c>madvise(MADV_HWPOISON)</c>).</summary>
    /// <returns>As <see cref="PhysicalMemory.MemoryFailure"/>; <see cref="Errno.EFAULT"/>: nothing is there.</returns>
    public Errno InjectFailure(ulong address)
    {
        if (GetUserPage(address, GupFlags.None, out Errno error) is not { } page)
        {
            return error;
        }

        // Held until the end: the page must not go away before it is worked on.
        error = Memory.MemoryFailure(page.Pfn);
        page.Put();
        return error;
    }
}
