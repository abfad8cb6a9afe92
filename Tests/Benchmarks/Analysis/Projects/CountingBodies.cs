using System;
using System.Collections.Immutable;

namespace Devmap.Tests.Benchmarks.Analysis.Projects;

/// <summary>Methods that take and give up references, as a driver does.</summary>
internal static class CountingBodies
{
    /// <summary>A method that keeps its reference on one way out.</summary>
    public static string Leak(int i) => $$"""
            public Errno Copy{{i}}(DaxFile file, long from, long to)
            {
                Page? source = file.GetPage(from);
                if (source is null)
                {
                    return Errno.ENXIO;
                }

                Page? target = file.GetPage(to + {{i}});
                if (target is null)
                {
                    return Errno.ENXIO;
                }

                target.WriteByte(0, source.ReadByte(0));
                target.Put();
                source.Put();
                return Errno.None;
            }
        """;

    public static ImmutableArray<Func<int, string>> All { get; } =
    [
        i => $$"""
            public bool Touch{{i}}(Page page, byte value)
            {
                if (!page.TryGet())
                {
                    return false;
                }

                try
                {
                    page.WriteByte({{i}} % 4096, value);
                    return true;
                }
                finally
                {
                    page.Put();
                }
            }
        """,
        i => $$"""
            public int Receive{{i}}(AddressSpace space, ulong address, int count)
            {
                var pages = new Page[count];
                int pinned = space.PinUserPages(address, count, GupFlags.Write, pages);
                if (pinned <= 0)
                {
                    return pinned;
                }

                for (int i = 0; i < pinned; i++)
                {
                    pages[i].SetDirty();
                }

                space.UnpinUserPages(pages, pinned);
                return pinned + {{i}};
            }
        """,
        i => $$"""
            public Errno Fill{{i}}(DaxFile file, Vma vma, ulong address, long block)
            {
                Page? page = file.GetPage(block);
                if (page is null)
                {
                    return Errno.ENXIO;
                }

                Errno error = vma.InsertPage(address, page);
                page.Put();
                return error;
            }
        """,
        i => $$"""
            public int Scan{{i}}(DaxFile file, long first, long count)
            {
                int found = 0;
                for (long block = first; block < first + count; block++)
                {
                    Page? page = file.GetPage(block);
                    if (page is null)
                    {
                        continue;
                    }

                    if (page.ReadByte(0) == (byte)({{i}} % 256))
                    {
                        found++;
                    }

                    page.Put();
                }

                return found;
            }
        """,
        i => $$"""
            public bool Alive{{i}}(PhysicalMemory memory, ulong frame)
            {
                PgMap? pgmap = memory.GetDevPagemap(new Pfn(frame + {{i}}));
                if (pgmap is null)
                {
                    return false;
                }

                bool device = pgmap.Type == MemoryType.FsDax;
                pgmap.Put();
                return device;
            }
        """,
        i => $$"""
            private Page? Find{{i}}(DaxFile file, long block) => block < {{i}} ? null : file.GetPage(block);

            public int First{{i}}(DaxFile file, long block)
            {
                Page? page = Find{{i}}(file, block);
                if (page is null)
                {
                    return -1;
                }

                int value = page.ReadByte(0);
                page.Put();
                return value;
            }
        """,
    ];
}
