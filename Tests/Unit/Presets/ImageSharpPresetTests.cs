using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Presets;

/// <summary>What the allocator lends, and the guards of memory in use.</summary>
public sealed class ImageSharpPresetTests
{
    /// <summary>ImageSharp 03d0b63c7: of a chunk of image data only the length was used, and the memory that it came with was lost.</summary>
    [Fact]
    public Task A_chunk_brings_memory_that_somebody_has_to_free() => PresetTest.VerifyAsync("imagesharp", """
        using System.Buffers;
        namespace SixLabors.ImageSharp.Formats.Png
        {
            public struct PngChunk { public IMemoryOwner<byte> Data { get; } public int Length { get; } public bool IsData { get; } }
            public class PngDecoderCore { protected internal bool TryReadChunk(System.Span<byte> buffer, out PngChunk chunk) { chunk = default; return true; } }
        }
        """, """
        using System;
        using SixLabors.ImageSharp.Formats.Png;

        public sealed class C : PngDecoderCore
        {
            private PngChunk? _next;

            public int Before(byte[] buffer)
            {
                if ({|DVM2001:TryReadChunk(buffer, out PngChunk chunk)|})
                {
                    if (chunk.IsData) return chunk.Length;
                    _next = chunk;
                }

                return 0;
            }

            public int After(byte[] buffer)
            {
                if (TryReadChunk(buffer, out PngChunk chunk))
                {
                    if (chunk.IsData)
                    {
                        chunk.Data?.Dispose();
                        return chunk.Length;
                    }

                    _next = chunk;
                }

                return 0;
            }
        }
        """);

    /// <summary>A row buffer that is lost where the image is damaged.</summary>
    [Fact]
    public Task What_the_allocator_lends_is_disposed_of() => PresetTest.VerifyAsync("imagesharp", """
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
}
