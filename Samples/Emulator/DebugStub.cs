using Devmap;

namespace Emulator;

/// <summary>Answers a debugger that asks by host frame.</summary>
public static class DebugStub
{
    /// <summary>A byte of a host frame; -1: there is no memory, or nobody uses it.</summary>
    public static int Peek(PhysicalMemory host, Pfn pfn, int offset)
    {
        Page? page = host.PfnToPage(pfn);
        return page is null ? -1 : page.ReadByte(offset); // DVM1003: it may be free
    }
}
