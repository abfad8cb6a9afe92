using System;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Tests.EndToEnd.Hosting;
using Devmap.Tests.EndToEnd.Sarif;
using Xunit;

namespace Devmap.Tests.EndToEnd;

/// <summary>Someone installs the package in a new console project, writes a fault handler, sees the warnings, and fixes them with one command.</summary>
public sealed class FaultHandlerConsumerTests(PackedPackage package)
{
    private const string Handler = """
        using Devmap;

        public sealed class DeviceHandler(PhysicalMemory memory, Pfn start) : IFaultHandler
        {
            public VmFaultResult Fault(VmFault fault)
            {
                Page? page = memory.PfnToPage(start + fault.PageOffset);
                if (page is null)
                {
                    return VmFaultResult.SigBus;
                }

                return fault.Vma.InsertPage(fault.Address, page).ToVmFault(); // DVM1001: no reference
            }

            public byte Peek(long index)
            {
                Pfn pfn = start + index;
                Page? page = memory.PfnToPage(pfn);
                if (page is null)
                {
                    return 0;
                }

                return page.ReadByte(0); // DVM1003: no reference, no pgmap
            }

            public static Errno Fill(PhysicalMemory memory, byte value)
            {
                Page? page = memory.AllocPage(); // DVM2001: not given up where the value is odd
                if (page is null)
                {
                    return Errno.ENOMEM;
                }

                page.WriteByte(0, value);
                if (value % 2 != 0)
                {
                    return Errno.EINVAL;
                }

                page.Put();
                return Errno.None;
            }
        }
        """;

    private const string Program = """
        using System;
        using Devmap;

        var memory = new PhysicalMemory(ramPages: 4);
        PgMap pgmap = memory.MemRemapPages(MemoryType.Generic, new Pfn(0x40), 2, out Errno error)!;
        var handler = new DeviceHandler(memory, pgmap.Start);
        var space = new AddressSpace(memory);
        Vma vma = space.Map(2, VmFlags.Read | VmFlags.Write | VmFlags.Shared, handler);
        Console.WriteLine($"write {space.WriteByte(vma.Start, 42)}, peek {handler.Peek(0)}");
        Page page = memory.PfnToPage(pgmap.Start)!;
        Console.WriteLine($"mapped: refs {page.RefCount} mappings {page.MapCount}");
        space.Unmap(vma);
        Console.WriteLine($"unmapped: refs {page.RefCount} mappings {page.MapCount}");
        for (byte value = 0; value < 10; value++)
        {
            DeviceHandler.Fill(memory, value);
        }

        Console.WriteLine($"free RAM pages {memory.FreePages}, {memory.MemUnmapPages(pgmap, TimeSpan.Zero)}");
        """;

    [Fact]
    public async Task Warnings_are_shown_then_fixed_then_gone_and_the_program_is_right()
    {
        ConsumerProject consumer = package.CreateConsumer("Consumer", "Exe").Write("DeviceHandler.cs", Handler).Write("Program.cs", Program);

        BuildResult before = (await consumer.BuildAsync()).EnsureSuccess();
        Assert.Equal(
            Mark.Describe(Mark.ReadText("DeviceHandler.cs", Handler)),
            Mark.Describe(before.Ours.Select(diagnostic => diagnostic.Place)));
        Assert.All(before.Ours, diagnostic => Assert.Equal("warning", diagnostic.Level));

        // Ten rounds lose a page in every second one, of four there are.
        Assert.Contains("free RAM pages 0", (await consumer.RunAsync()).EnsureSuccess().Output);

        await consumer.FormatAsync();
        BuildResult after = (await consumer.BuildAsync()).EnsureSuccess();
        Assert.DoesNotContain(after.Diagnostics, diagnostic => diagnostic.IsOurs || diagnostic.Level != "note");

        CommandResult run = (await consumer.RunAsync()).EnsureSuccess();
        Assert.Equal(
            [
                "write None, peek 42",
                "mapped: refs 2 mappings 1",
                "unmapped: refs 1 mappings 0",
                "free RAM pages 4, removed",
            ],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
