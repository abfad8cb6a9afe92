using System;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Runtime.KernelHistory;

/// <summary>Row 6: the reference of a range was gone before the range was out of the table, so that a lookup asked a dead one.</summary>
public sealed class LookupAgainstTeardownTests
{
    [Fact]
    public async Task A_lookup_that_races_with_the_end_of_the_range_gets_it_alive_or_not_at_all()
    {
        for (int round = 0; round < 50; round++)
        {
            var memory = new PhysicalMemory(1);
            PgMap pgmap = Machine.MapDevice(memory);
            using var start = new Barrier(2);
            Task<int> lookups = Task.Run(() =>
            {
                start.SignalAndWait();
                int found = 0;
                while (memory.GetDevPagemap(Machine.DeviceStart) is { } held)
                {
                    Assert.False(held.IsRemoved);
                    held.Put();
                    found++;
                }

                return found;
            });
            start.SignalAndWait();
            TeardownResult result = memory.MemUnmapPages(pgmap, TimeSpan.FromSeconds(30));

            Assert.True(result.IsComplete);
            Assert.True(await lookups.WaitAsync(TimeSpan.FromSeconds(30)) >= 0);
            Assert.Null(memory.GetDevPagemap(Machine.DeviceStart));
        }
    }

    /// <summary>The table is asked without the tryget that fails once the range is dying: the range is there, and dead.</summary>
    [Fact]
    public void Before_the_table_gave_out_a_range_that_nobody_could_hold()
    {
        var memory = new PhysicalMemory(1);
        PgMap pgmap = Machine.MapDevice(memory);
        Page page = Machine.PageOf(memory, 0);
        PgMap held = memory.GetDevPagemap(Machine.DeviceStart)!;
        Assert.False(memory.MemUnmapPages(pgmap, TimeSpan.Zero).IsComplete);

        PgMap? before = page.PgMap;
        Assert.True(before is { IsDying: true });
        Assert.Null(memory.GetDevPagemap(Machine.DeviceStart));
        held.Put();
        Assert.True(memory.MemUnmapPages(pgmap, TimeSpan.FromSeconds(10)).IsComplete);
    }
}
