using System;
using Xunit;

namespace Devmap.Tests.Runtime.KernelHistory;

/// <summary>Row 26: frames of the namespace in front of the data were handled as if they were data pages.</summary>
public sealed class MetadataFramesTests
{
    [Fact]
    public void A_frame_outside_the_data_is_no_page_of_the_range()
    {
        var memory = new PhysicalMemory(ramPages: 16);
        PgMap pgmap = Machine.MapDevice(memory);
        Pfn metadata = new(3);

        Assert.Equal(Errno.None, Before(memory, metadata));
        Assert.Equal(Errno.ENXIO, After(memory, pgmap, metadata));
        Assert.Equal(Errno.None, After(memory, pgmap, pgmap.Start));
    }

    private static Errno Before(PhysicalMemory memory, Pfn pfn) => memory.PfnToPage(pfn) is null ? Errno.ENXIO : Errno.None;

    private static Errno After(PhysicalMemory memory, PgMap pgmap, Pfn pfn)
    {
        if (!pgmap.Contains(pfn) || memory.GetDevPagemap(pfn) is not { } held)
        {
            return Errno.ENXIO;
        }

        held.Put();
        return Errno.None;
    }
}
