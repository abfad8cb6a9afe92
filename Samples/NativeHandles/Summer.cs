using System;

namespace NativeHandles;

/// <summary>Reads native memory.</summary>
public static class Summer
{
    /// <summary>The sum of the bytes of a buffer; -1: it cannot be had.</summary>
    public static int Sum(NativeBuffer buffer)
    {
        bool added = false;
        try
        {
            buffer.DangerousAddRef(ref added);
            return NativeLibrary.Sum(buffer.DangerousGetHandle(), buffer.Length);
        }
        catch (ObjectDisposedException)
        {
            return -1;
        }
        finally
        {
            buffer.DangerousRelease(); // DVM2002: where the buffer was closed already nothing was taken
        }
    }
}
