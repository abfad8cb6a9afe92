using System;
using System.Runtime.InteropServices;

namespace NativeHandles;

/// <summary>Memory of a native library; the handle is its address. Released when the last reference of the handle is gone.</summary>
public sealed class NativeBuffer : SafeHandle
{
    public NativeBuffer(int length)
        : base(IntPtr.Zero, ownsHandle: true)
    {
        Length = length;
        SetHandle(Marshal.AllocHGlobal(length));
    }

    public override bool IsInvalid => handle == IntPtr.Zero;

    /// <summary>The size, in bytes.</summary>
    public int Length { get; }

    protected override bool ReleaseHandle()
    {
        Marshal.FreeHGlobal(handle);
        return true;
    }
}
