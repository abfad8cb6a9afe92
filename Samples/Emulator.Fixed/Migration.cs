using System;
using System.IO;
using Devmap;

namespace Emulator;

/// <summary>Moves a guest to another host, page by page.</summary>
public static class Migration
{
    /// <summary>Sends the page of a guest frame, and takes it from the guest.</summary>
    /// <returns>Whether it has arrived.</returns>
    public static bool Send(GuestMemory guest, int frame, Stream target)
    {
        Page? page = guest.Take(frame);
        if (page is null)
        {
            return true;
        }

        try
        {
            for (int i = 0; i < PhysicalMemory.PageSize; i++)
            {
                target.WriteByte(page.ReadByte(i));
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
        finally
        {
            page.Put();
        }
    }
}
