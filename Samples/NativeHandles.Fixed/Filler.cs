namespace NativeHandles;

/// <summary>Writes to native memory.</summary>
public static class Filler
{
    /// <summary>Fills the beginning of a buffer.</summary>
    /// <returns>Whether the buffer has room.</returns>
    public static bool Fill(NativeBuffer buffer, int length, byte value)
    {
        if (length > buffer.Length)
        {
            return false;
        }

        bool added = false;
        try
        {
            buffer.DangerousAddRef(ref added);
            NativeLibrary.Fill(buffer.DangerousGetHandle(), length, value);
            return true;
        }
        finally
        {
            if (added)
            {
                buffer.DangerousRelease();
            }
        }
    }
}
