using Devmap;

namespace Emulator;

/// <summary>Answers a debugger that asks by host frame.</summary>
public static class DebugStub
{
    /// <summary>A byte of a host frame; -1: there is no memory, or nobody uses it.</summary>
    public static int Peek(PhysicalMemory host, Pfn pfn, int offset)
    {
        Page? page = host.PfnToPage(pfn);
        if (page is null || !page.TryGet())
        {
            return -1;
        }

        int value = page.ReadByte(offset);
        page.Put();
        return value;
    }
}
