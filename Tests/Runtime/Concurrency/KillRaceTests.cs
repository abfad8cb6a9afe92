using System;
using System.Threading;
using Xunit;

namespace Devmap.Tests.Runtime.Concurrency;

/// <summary>After the end of a device no entry leads to it any more: <c>synchronize_srcu</c> of <c>kill_dax</c> (I15).</summary>
public sealed class KillRaceTests
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void Kill_WaitsForAFaultThatHasItsPage_SoThatNoEntryComesAfterIt(string era)
    {
        var memory = new PhysicalMemory(0, Machine.EraOf(era));
        DaxFile file = Machine.CreateFile(memory);
        var space = new AddressSpace(memory);
        using var handler = new Paused(file);
        Vma vma = file.Map(space, 1, handler: handler);
        var fault = new Thread(() => space.Fault(vma.Start, isWrite: true)) { IsBackground = true };
        var kill = new Thread(file.Device.Kill) { IsBackground = true };

        fault.Start();
        Assert.True(handler.HasPage.Wait(Enough));
        kill.Start();
        Assert.False(kill.Join(Moment));
        handler.GoOn.Set();

        Assert.True(kill.Join(Enough));
        file.UnmapAll();
        Assert.True(fault.Join(Enough));
        Assert.True(space.PageTable.Lookup(vma.Start).IsNone);
        Assert.True(memory.MemUnmapPages(file.Device.PgMap, Enough).IsComplete);
    }

    [Fact]
    public void Kill_DoesNotWaitForFaultsThatBeginLater()
    {
        var memory = new PhysicalMemory(0);
        DaxFile file = Machine.CreateFile(memory);
        using var stop = new CancellationTokenSource();
        var reader = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                file.GetPage(0)?.Put();
            }
        })
        { IsBackground = true };
        reader.Start();

        for (int i = 0; i < 100; i++)
        {
            var kill = new Thread(file.Device.Kill) { IsBackground = true };
            kill.Start();
            Assert.True(kill.Join(Enough));
        }

        stop.Cancel();
        Assert.True(reader.Join(Enough));
    }

    private sealed class Paused(DaxFile file) : IFaultHandler, IDisposable
    {
        public ManualResetEventSlim HasPage { get; } = new();

        public ManualResetEventSlim GoOn { get; } = new();

        public VmFaultResult Fault(VmFault fault)
        {
            if (file.GetPage(fault.PageOffset) is not { } page)
            {
                return VmFaultResult.SigBus;
            }

            HasPage.Set();
            GoOn.Wait(Enough);
            Errno error = fault.Vma.Space.Memory.Era == Era.Linux615
                ? fault.Vma.InsertPage(fault.Address, page)
                : fault.Vma.InsertMixed(fault.Address, page.Pfn);
            page.Put();
            return error.ToVmFault();
        }

        public void Dispose()
        {
            HasPage.Dispose();
            GoOn.Dispose();
        }
    }
}
