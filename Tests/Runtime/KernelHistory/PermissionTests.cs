using System;
using Xunit;

namespace Devmap.Tests.Runtime.KernelHistory;

/// <summary>Row 5: the devmap branch came before the permission check, so that a read-only entry gave a page to write to.</summary>
public sealed class PermissionTests
{
    [Theory]
    [InlineData(nameof(Era.Linux515))]
    [InlineData(nameof(Era.Linux615))]
    public void An_entry_is_asked_for_its_permission_first(string era)
    {
        var memory = new PhysicalMemory(16, Machine.EraOf(era));
        var space = new AddressSpace(memory);
        Vma vma = Machine.CreateFile(memory).Map(space, 1, VmFlags.Read | VmFlags.Shared);
        Assert.Equal(Errno.None, space.ReadByte(vma.Start, out _));

        Assert.True(WriteBefore(memory, space, vma.Start));
        Assert.False(WriteAfter(space, vma.Start));
    }

    private static bool WriteBefore(PhysicalMemory memory, AddressSpace space, ulong address)
    {
        Pte pte = space.PageTable.Lookup(address);
        if (!pte.IsPresent || memory.PfnToPage(pte.Pfn) is not { } page || !page.TryGet())
        {
            return false;
        }

        page.WriteByte(0, 1);
        page.Put();
        return true;
    }

    private static bool WriteAfter(AddressSpace space, ulong address)
    {
        var pages = new Page[1];
        if (space.PinUserPages(address, 1, GupFlags.Write, pages) <= 0)
        {
            return false;
        }

        pages[0].WriteByte(0, 1);
        space.UnpinUserPages(pages, 1);
        return true;
    }
}
