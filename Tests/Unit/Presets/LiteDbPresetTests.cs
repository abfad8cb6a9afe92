using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Presets;

/// <summary>Streams, pages and locks of the engine, and the mutex of shared mode.</summary>
public sealed class LiteDbPresetTests
{
    /// <summary>
    /// LiteDB 338e1526: EnsureIndex of the shared mode opened once more where it should have closed. What it opens is the mutex of
    /// the file, whatever it answers.
    /// </summary>
    [Fact]
    public Task A_shared_database_is_closed_after_each_call() => PresetTest.VerifyAsync("litedb", """
        namespace LiteDB
        {
            public class SharedEngine
            {
                protected internal bool OpenDatabase() => true;
                protected internal void CloseDatabase() { }
            }
        }
        """, """
        using System;
        using LiteDB;

        public sealed class C : SharedEngine
        {
            public bool Before(Func<bool> ensure)
            {
                OpenDatabase();
                try { return ensure(); } finally { {|DVM2001:OpenDatabase()|}; }
            }

            public bool After(Func<bool> ensure)
            {
                OpenDatabase();
                try { return ensure(); } finally { CloseDatabase(); }
            }

            public bool ClosedOnlyWhenItWasNotOpen(Func<bool> query)
            {
                bool opened = {|DVM2001:OpenDatabase()|};
                try { return query(); } finally { if (opened) CloseDatabase(); }
            }
        }
        """);

    /// <summary>A stream that is not given back where reading fails; a page released twice where the caller does it too.</summary>
    [Fact]
    public Task Streams_pages_and_locks() => PresetTest.VerifyAsync("litedb", """
        namespace LiteDB { public class BufferSlice { } }
        namespace LiteDB.Engine
        {
            public class PageBuffer { public void Release() { } public int Position; }
            public class StreamPool { public System.IO.Stream Rent() => null; public void Return(System.IO.Stream stream) { } }
            public class LockService
            {
                public bool EnterExclusive() => true;
                public void ExitExclusive() { }
            }
            public enum FileOrigin { None, Data, Log }
            public class MemoryCache { public PageBuffer GetReadablePage(long position, FileOrigin origin, System.Action<long, LiteDB.BufferSlice> factory) => null; }
        }
        """, """
        using System.IO;
        using LiteDB.Engine;

        public static class C
        {
            public static long Before(StreamPool pool, long position)
            {
                Stream stream = {|DVM2001:pool.Rent()|};
                if (position >= stream.Length) throw new IOException();
                stream.Position = position;
                long read = stream.ReadByte();
                pool.Return(stream);
                return read;
            }

            public static long After(StreamPool pool, long position)
            {
                Stream stream = pool.Rent();
                try
                {
                    if (position >= stream.Length) throw new IOException();
                    stream.Position = position;
                    return stream.ReadByte();
                }
                finally
                {
                    pool.Return(stream);
                }
            }

            public static void Twice(MemoryCache cache)
            {
                PageBuffer readable = cache.GetReadablePage(0, FileOrigin.Data, (position, slice) => { });
                readable.Release();
                {|DVM2002:readable.Release()|};
            }

            public static void Exclusive(LockService locker)
            {
                bool mustExit = locker.EnterExclusive();
                if (mustExit) locker.ExitExclusive();
            }
        }
        """);
}
