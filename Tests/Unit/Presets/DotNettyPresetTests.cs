using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Presets;

/// <summary>Buffers and messages that are counted, in DotNetty and in its fork.</summary>
public sealed class DotNettyPresetTests
{
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

    /// <summary>
    /// The fix of AbstractMemoryHttpData between DotNetty 0.7.6 and SpanNetty 1.0: the buffer that was filled is lost where the
    /// content is larger than was announced.
    /// </summary>
    [Theory]
    [InlineData("dotnetty")]
    [InlineData("spannetty")]
    public Task What_was_filled_is_released_where_it_is_not_kept(string preset) => PresetTest.VerifyAsync(preset, Netty, """
        using System.IO;
        using DotNetty.Buffers;

        public abstract class Data
        {
            private IByteBuffer _content;
            private long _announced;

            public void Before(byte[] input)
            {
                IByteBuffer buffer = {|DVM2001:Unpooled.WrappedBuffer(input)|};
                if (_announced > 0 && _announced < input.Length)
                {
                    throw new IOException("too large");
                }

                _content?.Release();
                _content = buffer;
            }

            public void After(byte[] input)
            {
                IByteBuffer buffer = Unpooled.WrappedBuffer(input);
                if (_announced > 0 && _announced < input.Length)
                {
                    buffer.Release();
                    throw new IOException("too large");
                }

                _content?.Release();
                _content = buffer;
            }
        }
        """);

    /// <summary>A digest that wraps its input and releases only the result; a write that fails before the buffer is handed over.</summary>
    [Theory]
    [InlineData("dotnetty")]
    [InlineData("spannetty")]
    public Task Buffers_are_released_or_written(string preset) => PresetTest.VerifyAsync(preset, Netty, """
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
}
