using System;
using System.Collections.Generic;
using Xunit;

namespace Devmap.Tests.Runtime.Dax;

public sealed class FailureTests
{
    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void HardwareError_EmptiesTheEntry_AndThePageComesBack(string era)
    {
        (DaxFile file, AddressSpace space, Vma vma) = MapFile(era);
        space.WriteByte(vma.Start, 1);
        Page page = Machine.PageOf(space.Memory, 0);
        int idle = era == nameof(Era.Linux615) ? 0 : 1;

        Assert.Equal(Errno.None, space.InjectFailure(vma.Start));

        Assert.Equal((idle, true), (page.RefCount, page.IsHwPoison));
        Assert.True(space.PageTable.Lookup(vma.Start).IsNone);
        Assert.Equal(Errno.None, space.ReadByte(vma.Start, out _));
        Assert.Equal(page.Pfn, space.PageTable.Lookup(vma.Start).Pfn);
        Assert.Equal(Errno.EIO, space.Memory.SoftOffline(page.Pfn));
        Assert.Equal(0, file.Device.PgMap.Reference.Outstanding);
    }

    [Fact]
    public void HardwareErrorInRam_StaysInThePageTable()
    {
        var memory = new PhysicalMemory(4);
        var space = new AddressSpace(memory);
        Vma vma = space.Map(1, VmFlags.Read | VmFlags.Write);
        space.WriteByte(vma.Start, 1);

        Assert.Equal(Errno.None, space.InjectFailure(vma.Start));

        Assert.Equal(Errno.EHWPOISON, space.ReadByte(vma.Start, out _));
        Assert.Equal(3, memory.FreePages);
        space.Unmap(vma);
        Assert.Equal(3, memory.FreePages);
    }

    [Fact]
    public void Owner_DealsWithItHimself()
    {
        var memory = new PhysicalMemory(4);
        var told = new List<Pfn>();
        PgMap pgmap = Machine.MapDevice(memory, ops: new PgMapOps
        {
            MemoryFailure = (_, pfn, _) =>
            {
                told.Add(pfn);
                return Errno.None;
            },
        });

        Assert.Equal(Errno.None, memory.MemoryFailure(pgmap.Start + 3));
        Assert.Equal(pgmap.Start + 3, Assert.Single(told));
        Assert.Equal(Errno.ENXIO, memory.MemoryFailure(new Pfn(0x7777)));
    }

    [Theory]
    [InlineData(nameof(Era.Linux515), Errno.EOPNOTSUPP, 0)]
    [InlineData(nameof(Era.Linux61), Errno.None, 1)]
    [InlineData(nameof(Era.Linux615), Errno.None, 2)]
    public void Holder_HearsOfFailuresAndOfTheEnd(string era, Errno answer, int calls)
    {
        (DaxFile file, _, _) = MapFile(era);
        var holder = new Holder();
        file.Device.Holder = holder;

        Assert.Equal(answer, file.Device.NotifyFailure(1, 2, MemoryFailureFlags.None));
        file.Device.Kill();

        Assert.Equal(calls, holder.Calls.Count);
        Assert.Null(file.Device.Holder);
        Assert.Equal(Errno.ENXIO, file.Device.NotifyFailure(0, 1, MemoryFailureFlags.None));
        if (calls == 2)
        {
            Assert.Equal((0L, long.MaxValue, MemoryFailureFlags.PreRemove), holder.Calls[1]);
        }
    }

    [Fact]
    public void NobodyToTell_IsEOPNOTSUPP()
    {
        (DaxFile file, _, _) = MapFile(nameof(Era.Linux615));

        Assert.Equal(Errno.EOPNOTSUPP, file.Device.NotifyFailure(0, 1, MemoryFailureFlags.None));
    }

    private static (DaxFile File, AddressSpace Space, Vma Vma) MapFile(string era)
    {
        var memory = new PhysicalMemory(8, Machine.EraOf(era));
        DaxFile file = Machine.CreateFile(memory, 4);
        var space = new AddressSpace(memory);
        return (file, space, file.Map(space, 4));
    }

    private sealed class Holder : IDaxHolder
    {
        public List<(long First, long Count, MemoryFailureFlags Flags)> Calls { get; } = new();

        public Errno NotifyFailure(DaxDevice device, long firstPage, long pageCount, MemoryFailureFlags flags)
        {
            Calls.Add((firstPage, pageCount, flags));
            return Errno.None;
        }
    }
}
