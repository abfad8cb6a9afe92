using System;
using System.Buffers;

namespace NativeHandles;

/// <summary>Copies native memory by way of rented arrays: long ones come from a pool of their own, so that they do not crowd out the others.</summary>
public sealed class Copy
{
    private const int Long = 64 * 1024;

    private readonly ArrayPool<byte> _small = ArrayPool<byte>.Create(Long, 50);
    private readonly ArrayPool<byte> _large = ArrayPool<byte>.Create();

    /// <summary>Copies the beginning of one buffer over that of another.</summary>
    public void Run(IntPtr from, IntPtr to, int length)
    {
        ArrayPool<byte> pool = length > Long ? _large : _small;
        byte[] bytes = pool.Rent(length);
        NativeLibrary.Read(from, bytes, length);
        NativeLibrary.Write(to, bytes, length);
        pool.Return(bytes);
    }
}
