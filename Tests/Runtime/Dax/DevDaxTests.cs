using System;
using Xunit;

namespace Devmap.Tests.Runtime.Dax;

public sealed class DevDaxTests
{
    [Theory]
    [InlineData(nameof(Era.Linux515), 0, 1, 1)]
    [InlineData(nameof(Era.Linux61), 9, 1, 1)]
    [InlineData(nameof(Era.Linux615), 9, 1, 2)]
    public void Mapped_AndPinnedLongTerm(string era, int shift, int idle, int mapped)
    {
        (DevDax device, AddressSpace space, Vma vma) = Map(era, shift);
        Page head = Machine.PageOf(space.Memory, 0);
        Assert.Equal(idle, head.RefCount);

        Assert.Equal(Errno.None, space.WriteByte(vma.Start + PhysicalMemory.PageSize, 1));

        Assert.Equal(mapped, head.RefCount);
        var pages = new Page[1];
        Assert.Equal(1, space.PinUserPagesFast(vma.Start, 1, GupFlags.LongTerm | GupFlags.Write, pages));
        Assert.Equal(mapped + (shift > 0 ? 1 : 1024), head.RefCount);
        space.UnpinUserPages(pages, 1);
        Assert.Equal(mapped, head.RefCount);
        Assert.True(device.Unbind(TimeSpan.Zero).IsComplete);
    }

    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void Unbind_EmptiesTheEntries_AndWaitsForPins(string era)
    {
        (DevDax device, AddressSpace space, Vma vma) = Map(era, shift: 0);
        var pages = new Page[1];
        Assert.Equal(1, space.PinUserPages(vma.Start, 1, GupFlags.Write, pages));

        Assert.Equal(Errno.ETIMEDOUT, device.Unbind(TimeSpan.FromMilliseconds(5)).Error);

        Assert.True(space.PageTable.Lookup(vma.Start).IsNone);
        Assert.Equal(Errno.EFAULT, space.ReadByte(vma.Start, out _));
        Assert.Null(device.Map(space, 512, out Errno error));
        Assert.Equal(Errno.ENXIO, error);
        space.UnpinUserPages(pages, 1);
        Assert.True(device.Unbind(TimeSpan.Zero).IsComplete);
    }

    [Fact]
    public void Mapping_IsSharedAndInWholePieces()
    {
        (DevDax device, AddressSpace space, _) = Map(nameof(Era.Linux61), shift: 9);

        Assert.Null(device.Map(space, 1, out Errno length));
        Assert.Null(device.Map(space, 512, out Errno isPrivate, VmFlags.Read));
        Assert.Null(device.Map(space, 512, out Errno offset, pageOffset: 1));
        Assert.Equal((Errno.EINVAL, Errno.EINVAL, Errno.EINVAL), (length, isPrivate, offset));
        Vma beyond = device.Map(space, 512, out _, pageOffset: 1024)!;
        Assert.Equal(Errno.EFAULT, space.ReadByte(beyond.Start, out _));
    }

    private static (DevDax Device, AddressSpace Space, Vma Vma) Map(string era, int shift)
    {
        var memory = new PhysicalMemory(8, Machine.EraOf(era));
        PgMap pgmap = memory.MemRemapPages(MemoryType.Generic, Machine.DeviceStart, 1024, out _, vmemmapShift: shift)!;
        var device = new DevDax(pgmap, alignment: shift > 0 ? 512 : 1);
        var space = new AddressSpace(memory);
        return (device, space, device.Map(space, 512, out _)!);
    }
}
