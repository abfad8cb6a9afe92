using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Presets;

/// <summary>
/// A bug against each library, with its repair: the version before is reported, the one after is silent. DotNetty's is the
/// leak in its <c>WebSocketUtil</c>, NetMQ's follows one of its fixes; the others are what their counts invite.
/// </summary>
public sealed class LibraryPresetTests
{
    /// <summary>A reader that was reopened, and the old one kept; a searcher that no path gives back.</summary>
    [Fact]
    public Task Lucene() => PresetTest.VerifyAsync("lucene", """
        using System;
        namespace Lucene.Net.Store { public class Directory { } }
        namespace Lucene.Net.Index
        {
            public abstract class IndexReader : IDisposable
            {
                public void IncRef() { }
                public bool TryIncRef() => true;
                public void DecRef() { }
                public void Dispose() { }
                public int NumDocs { get; }
            }
            public class DirectoryReader : IndexReader
            {
                public static DirectoryReader Open(Lucene.Net.Store.Directory directory) => new();
                public static DirectoryReader OpenIfChanged(DirectoryReader oldReader) => null;
            }
        }
        namespace Lucene.Net.Search
        {
            public class IndexSearcher { public int Count { get; } }
            public abstract class ReferenceManager<G> where G : class
            {
                public G Acquire() => null;
                public void Release(G reference) { }
            }
            public class SearcherManager : ReferenceManager<IndexSearcher> { }
        }
        """, """
        using System;
        using Lucene.Net.Index;
        using Lucene.Net.Search;

        public static class C
        {
            public static int Before(SearcherManager manager, bool any)
            {
                IndexSearcher searcher = {|DVM2001:manager.Acquire()|};
                if (!any) throw new InvalidOperationException();
                int count = searcher.Count;
                manager.Release(searcher);
                return count;
            }

            public static int After(SearcherManager manager, bool any)
            {
                IndexSearcher searcher = manager.Acquire();
                try
                {
                    if (!any) throw new InvalidOperationException();
                    return searcher.Count;
                }
                finally
                {
                    manager.Release(searcher);
                }
            }

            public static void Elsewhere(SearcherManager manager, SearcherManager other)
            {
                IndexSearcher searcher = manager.Acquire();
                {|DVM2004:other.Release(searcher)|};
            }

            public static int ReopenBefore(Lucene.Net.Store.Directory directory)
            {
                DirectoryReader reader = {|DVM2001:DirectoryReader.Open(directory)|};
                DirectoryReader newer = DirectoryReader.OpenIfChanged(reader);
                if (newer != null) reader = newer;
                int count = reader.NumDocs;
                reader.Dispose();
                return count;
            }

            public static int ReopenAfter(Lucene.Net.Store.Directory directory)
            {
                DirectoryReader reader = DirectoryReader.Open(directory);
                DirectoryReader newer = DirectoryReader.OpenIfChanged(reader);
                if (newer != null)
                {
                    reader.Dispose();
                    reader = newer;
                }

                int count = reader.NumDocs;
                reader.Dispose();
                return count;
            }

            public static void Unchecked(IndexReader reader)
            {
                {|DVM2005:reader.TryIncRef()|};
                reader.DecRef();
            }
        }
        """);

    private const string Netty = """
        namespace DotNetty.Common
        {
            public interface IReferenceCounted
            {
                IReferenceCounted Retain();
                bool Release();
            }
            namespace Utilities { public static class ReferenceCountUtil { public static bool Release(object msg) => true; } }
        }
        namespace DotNetty.Buffers
        {
            public interface IByteBuffer : DotNetty.Common.IReferenceCounted
            {
                IByteBuffer WriteInt(int value);
                IByteBuffer ReadSlice(int length);
                IByteBuffer ReadRetainedSlice(int length);
                string ToString(System.Text.Encoding encoding);
            }
            public static class Unpooled { public static IByteBuffer WrappedBuffer(byte[] array) => null; }
            public interface IByteBufferAllocator { IByteBuffer Buffer(); }
        }
        namespace DotNetty.Transport.Channels
        {
            public interface IChannelHandlerContext { System.Threading.Tasks.Task WriteAsync(object message); }
        }
        """;

    /// <summary>A digest that wraps its input and releases only the result; a write that fails before the buffer is handed over.</summary>
    [Theory]
    [InlineData("dotnetty")]
    [InlineData("spannetty")]
    public Task DotNetty(string preset) => PresetTest.VerifyAsync(preset, Netty, """
        using System.Text;
        using System.Threading.Tasks;
        using DotNetty.Buffers;
        using DotNetty.Transport.Channels;

        public static class C
        {
            public static string Before(byte[] data)
            {
                IByteBuffer input = {|DVM2001:Unpooled.WrappedBuffer(data)|};
                IByteBuffer output = Encode(input);
                string text = output.ToString(Encoding.UTF8);
                output.Release();
                return text;
            }

            public static string After(byte[] data)
            {
                IByteBuffer input = Unpooled.WrappedBuffer(data);
                IByteBuffer output = Encode(input);
                input.Release();
                string text = output.ToString(Encoding.UTF8);
                output.Release();
                return text;
            }

            private static IByteBuffer Encode(IByteBuffer input) => input.ReadRetainedSlice(1);

            public static Task WriteBefore(IChannelHandlerContext context, IByteBufferAllocator allocator, int value)
            {
                IByteBuffer buffer = {|DVM2001:allocator.Buffer()|};
                if (value < 0) return Task.CompletedTask;
                return context.WriteAsync(buffer.WriteInt(value));
            }

            public static Task WriteAfter(IChannelHandlerContext context, IByteBufferAllocator allocator, int value)
            {
                IByteBuffer buffer = allocator.Buffer();
                if (value < 0)
                {
                    buffer.Release();
                    return Task.CompletedTask;
                }

                return context.WriteAsync(buffer.WriteInt(value));
            }

            public static void Slices(IByteBuffer buffer)
            {
                IByteBuffer lent = buffer.ReadSlice(4);
                {|DVM2002:lent.Release()|};
            }

            public static bool TheAnswerOfReleaseIsNoCondition(IByteBufferAllocator allocator)
            {
                IByteBuffer buffer = allocator.Buffer();
                buffer.Retain();
                bool gone = buffer.Release();
                return buffer.Release() && !gone;
            }
        }
        """);

    /// <summary>A stream that is not given back where reading fails; a page released twice where the caller does it too.</summary>
    [Fact]
    public Task LiteDb() => PresetTest.VerifyAsync("litedb", """
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

    /// <summary>A message that is not closed where nothing was received, as fixed in NetMQ's receiving extensions.</summary>
    [Fact]
    public Task NetMq() => PresetTest.VerifyAsync("netmq", """
        namespace NetMQ
        {
            public struct Msg
            {
                public void InitPool(int size) { }
                public void Close() { }
                public byte this[int index] => 0;
            }
            public static class BufferPool { public static byte[] Take(int size) => null; public static void Return(byte[] buffer) { } }
        }
        """, """
        using NetMQ;

        public static class C
        {
            public static int Before(int size, bool any)
            {
                var message = new Msg();
                {|DVM2001:message.InitPool(size)|};
                if (!any) return -1;
                int first = message[0];
                message.Close();
                return first;
            }

            public static int After(int size, bool any)
            {
                var message = new Msg();
                message.InitPool(size);
                int first = any ? message[0] : -1;
                message.Close();
                return first;
            }

            public static int Buffers(int size)
            {
                byte[] buffer = BufferPool.Take(size);
                BufferPool.Return(buffer);
                return {|DVM2003:buffer[0]|};
            }
        }
        """);

    /// <summary>A row buffer that is lost where the image is damaged.</summary>
    [Fact]
    public Task ImageSharp() => PresetTest.VerifyAsync("imagesharp", """
        using System.Buffers;
        namespace SixLabors.ImageSharp.Memory
        {
            public enum AllocationOptions { None, Clean }
            public abstract class MemoryAllocator { public IMemoryOwner<T> Allocate<T>(int length, AllocationOptions options = default) where T : struct => null; }
            namespace Internals
            {
                public abstract class RefCountedMemoryLifetimeGuard { public void AddRef() { } public void ReleaseRef() { } }
            }
        }
        """, """
        using System;
        using System.Buffers;
        using SixLabors.ImageSharp.Memory;
        using SixLabors.ImageSharp.Memory.Internals;

        public static class C
        {
            public static int Before(MemoryAllocator allocator, int length)
            {
                IMemoryOwner<byte> row = {|DVM2001:allocator.Allocate<byte>(length)|};
                if (length < 4) throw new InvalidOperationException();
                int first = row.Memory.Span[0];
                row.Dispose();
                return first;
            }

            public static int After(MemoryAllocator allocator, int length)
            {
                using IMemoryOwner<byte> row = allocator.Allocate<byte>(length);
                if (length < 4) throw new InvalidOperationException();
                return row.Memory.Span[0];
            }

            public static int Guarded(RefCountedMemoryLifetimeGuard guard, bool early)
            {
                {|DVM2001:guard.AddRef()|};
                if (early) return 0;
                guard.ReleaseRef();
                return 1;
            }
        }
        """);

    /// <summary>What was reserved of a resource stays reserved where creating the object fails.</summary>
    [Fact]
    public Task Ryujinx() => PresetTest.VerifyAsync("ryujinx-kernel", """
        namespace Ryujinx.HLE.HOS.Kernel.Common
        {
            public enum LimitableResource { Memory, Thread }
            public class KAutoObject { public void IncrementReferenceCount() { } public void DecrementReferenceCount() { } }
            public class KResourceLimit
            {
                public bool Reserve(LimitableResource resource, long amount) => true;
                public void Release(LimitableResource resource, long amount) { }
            }
        }
        """, """
        using Ryujinx.HLE.HOS.Kernel.Common;

        public static class C
        {
            public static int Before(KResourceLimit limit, bool fails)
            {
                if (!{|DVM2001:limit.Reserve(LimitableResource.Thread, 1)|}) return 1;
                if (fails) return 2;
                limit.Release(LimitableResource.Thread, 1);
                return 0;
            }

            public static int After(KResourceLimit limit, bool fails)
            {
                if (!limit.Reserve(LimitableResource.Thread, 1)) return 1;
                limit.Release(LimitableResource.Thread, 1);
                return fails ? 2 : 0;
            }

            public static void Objects(KAutoObject thread, bool early)
            {
                {|DVM2001:thread.IncrementReferenceCount()|};
                if (early) return;
                thread.DecrementReferenceCount();
            }
        }
        """);
}
