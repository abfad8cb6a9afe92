using System;
using Xunit;

namespace Devmap.Tests.Runtime.KernelHistory;

/// <summary>Rows 30 and 31: RDMA and VFIO kept pins for ever that they had asked for as if for one transfer.</summary>
public sealed class LongLivedPinTests
{
    [Theory]
    [InlineData(nameof(Era.Linux515))]
    [InlineData(nameof(Era.Linux61))]
    [InlineData(nameof(Era.Linux615))]
    public void A_registration_that_lasts_says_so_and_is_refused(string era)
    {
        var memory = new PhysicalMemory(16, Machine.EraOf(era));
        DaxFile file = Machine.CreateFile(memory);
        var space = new AddressSpace(memory);
        Vma vma = file.Map(space, 2);
        var pages = new Page[2];

        // Before: pinned as if for one transfer, and never given up while the file shrinks.
        Assert.Equal(2, Register(space, vma, pages, GupFlags.Write));
        Assert.Equal(Errno.ETIMEDOUT, file.Truncate(0, TimeSpan.FromMilliseconds(20)));
        space.UnpinUserPages(pages, 2);

        Assert.Equal(-(int)Errno.EOPNOTSUPP, Register(space, vma, pages, GupFlags.Write | GupFlags.LongTerm));
        Assert.Equal(Errno.None, file.Truncate(0, TimeSpan.FromSeconds(10)));
    }

    private static int Register(AddressSpace space, Vma vma, Page[] pages, GupFlags flags) => space.PinUserPages(vma, vma.Start, pages.Length, flags, pages);
}
