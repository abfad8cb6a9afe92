using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Presets;

/// <summary>Locks and network buffers of Garnet.</summary>
public sealed class GarnetPresetTests
{
    private const string Library = """
        using System;
        namespace Garnet.common
        {
            public struct SingleWriterMultiReaderLock
            {
                public bool TryReadLock() => true;
                public void ReadLock() { }
                public void ReadUnlock() { }
                public bool TryWriteLock() => true;
                public void WriteLock() { }
                public void WriteUnlock() { }
                public bool TryUpgradeReadLock() => true;
            }
            public enum PoolEntryBufferType { Unknown }
            public class PoolEntry : IDisposable { public byte[] entry; public void Dispose() { } }
            public sealed class LimitedFixedBufferPool
            {
                public PoolEntry Get(int size, PoolEntryBufferType bufferType = PoolEntryBufferType.Unknown) => null;
                public void Return(PoolEntry buffer) { }
            }
        }
        """;

    [Fact]
    public Task Locks_are_left() => PresetTest.VerifyAsync("garnet", Library, """
        using System;
        using Garnet.common;

        public sealed class C
        {
            private SingleWriterMultiReaderLock _lock;

            public bool Leak(bool early)
            {
                if (!{|DVM2001:_lock.TryReadLock()|}) return false;
                if (early) return false;
                _lock.ReadUnlock();
                return true;
            }

            public void Right(Action work)
            {
                _lock.WriteLock();
                try { work(); } finally { _lock.WriteUnlock(); }
            }

            public void Upgraded()
            {
                _lock.ReadLock();
                if (_lock.TryUpgradeReadLock()) _lock.WriteUnlock(); else _lock.ReadUnlock();
            }
        }
        """);

    [Fact]
    public Task Network_buffers_go_back() => PresetTest.VerifyAsync("garnet", Library, """
        using Garnet.common;

        public static class C
        {
            public static int Leak(LimitedFixedBufferPool pool, int n)
            {
                PoolEntry buffer = {|DVM2001:pool.Get(n)|};
                if (buffer.entry.Length < n) return 0;
                buffer.Dispose();
                return n;
            }

            public static void Right(LimitedFixedBufferPool pool, int n)
            {
                PoolEntry buffer = pool.Get(n);
                pool.Return(buffer);
            }
        }
        """);
}
