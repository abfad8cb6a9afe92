using System.Runtime.InteropServices;

namespace NativeHandles;

/// <summary>Lends a managed array to the native library.</summary>
public static class Pinned
{
    /// <summary>The sum of the bytes of an array.</summary>
    public static int Sum(byte[] bytes)
    {
        GCHandle handle = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        try
        {
            return NativeLibrary.Sum(handle.AddrOfPinnedObject(), bytes.Length);
        }
        finally
        {
            handle.Free();
        }
    }
}
