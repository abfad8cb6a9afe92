namespace NativeHandles;

/// <summary>Writes to native memory.</summary>
public static class Filler
{
    /// <summary>Fills the beginning of a buffer.</summary>
    /// <returns>Whether the buffer has room.</returns>
    public static bool Fill(NativeBuffer buffer, int length, byte value)
    {
        bool added = false;
        buffer.DangerousAddRef(ref added); // DVM2001: a buffer that is too small is never freed
        if (length > buffer.Length)
        {
            return false;
        }

        NativeLibrary.Fill(buffer.DangerousGetHandle(), length, value);
        buffer.DangerousRelease();
        return true;
    }
}
