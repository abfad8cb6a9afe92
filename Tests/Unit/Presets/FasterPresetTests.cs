using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Presets;

/// <summary>Epochs, and aligned buffers of a pool, in FASTER and in the store of Garnet.</summary>
public sealed class FasterPresetTests
{
    /// <summary>FASTER dde89431: an entry that does not fit was refused with the epoch resumed, and nobody suspended it.</summary>
    [Theory]
    [InlineData("faster", "FASTER.core")]
    [InlineData("garnet", "Tsavorite.core")]
    public Task An_entry_is_checked_before_the_epoch_is_resumed(string preset, string library) => PresetTest.VerifyAsync(preset, Store(library), $$"""
        using System;
        using {{library}};

        public sealed class C
        {
            private readonly LightEpoch _epoch = new LightEpoch();
            private int _pageSize;

            public int Before(byte[] entry)
            {
                {|DVM2001:_epoch.Resume()|};
                if (entry.Length > _pageSize) throw new ArgumentException("does not fit");
                int address = entry.Length;
                _epoch.Suspend();
                return address;
            }

            public int After(byte[] entry)
            {
                if (entry.Length > _pageSize) throw new ArgumentException("does not fit");
                _epoch.Resume();
                int address = entry.Length;
                _epoch.Suspend();
                return address;
            }

            public void OnlyIfItIsMine()
            {
                if (_epoch.ThisInstanceProtected()) return;
                _epoch.Resume();
                _epoch.Suspend();
            }
        }
        """);

    [Theory]
    [InlineData("faster", "FASTER.core")]
    [InlineData("garnet", "Tsavorite.core")]
    public Task Buffers_go_back(string preset, string library) => PresetTest.VerifyAsync(preset, Store(library), $$"""
        using {{library}};

        public static class C
        {
            public static int Leak(SectorAlignedBufferPool pool, int n)
            {
                SectorAlignedMemory memory = {|DVM2001:pool.Get(n)|};
                if (n > 100) return 0;
                memory.Return();
                return n;
            }

            public static void Right(SectorAlignedBufferPool pool, int n)
            {
                SectorAlignedMemory memory = pool.Get(n);
                pool.Return(memory);
            }

            public static void Twice(SectorAlignedBufferPool pool, int n)
            {
                SectorAlignedMemory memory = pool.Get(n);
                pool.Return(memory);
                {|DVM2002:memory.Return()|};
            }
        }
        """);

    private static string Store(string library) => $$"""
        namespace {{library}}
        {
            public sealed class LightEpoch
            {
                public void Resume() { }
                public void Suspend() { }
                public bool ThisInstanceProtected() => true;
            }
            public sealed class SectorAlignedMemory { public void Return() { } }
            public sealed class SectorAlignedBufferPool
            {
                public SectorAlignedMemory Get(int numRecords) => null;
                public void Return(SectorAlignedMemory page) { }
            }
        }
        """;
}
