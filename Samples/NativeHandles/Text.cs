using System;
using System.Runtime.InteropServices;

namespace NativeHandles;

/// <summary>Hands text to the native library.</summary>
public static class Text
{
    /// <summary>How many bytes a text has there.</summary>
    public static int Measure(string text)
    {
        IntPtr native = Marshal.StringToCoTaskMemUTF8(text);
        int length = NativeLibrary.Length(native);
        Marshal.FreeHGlobal(native); // DVM2004: another allocator
        return length;
    }
}
