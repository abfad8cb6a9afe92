using System;
using System.Runtime.InteropServices;
using Devmap.Contracts;

namespace NativeHandles;

/// <summary>Stands for the functions of a native library: they see addresses and nothing else, and keep none of them.</summary>
[BorrowedByDefault]
internal static class NativeLibrary
{
    public static void Fill(IntPtr buffer, int length, byte value)
    {
        for (int i = 0; i < length; i++)
        {
            Marshal.WriteByte(buffer, i, value);
        }
    }

    public static int Sum(IntPtr buffer, int length)
    {
        int sum = 0;
        for (int i = 0; i < length; i++)
        {
            sum += Marshal.ReadByte(buffer, i);
        }

        return sum;
    }

    public static void Read(IntPtr buffer, byte[] into, int length) => Marshal.Copy(buffer, into, 0, length);

    public static void Write(IntPtr buffer, byte[] from, int length) => Marshal.Copy(from, 0, buffer, length);

    /// <summary>Answers with the length of a text that ends with a zero.</summary>
    public static int Length(IntPtr text)
    {
        int length = 0;
        while (Marshal.ReadByte(text, length) != 0)
        {
            length++;
        }

        return length;
    }
}
