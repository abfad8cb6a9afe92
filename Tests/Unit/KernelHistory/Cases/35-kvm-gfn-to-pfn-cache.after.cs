using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Brings the cached page of the guest up to date.</summary>
    public static Errno Refresh(DaxFile file, long index, bool mapFails)
    {
        Page? page = file.GetPage(index);
        if (page is null)
        {
            return Errno.EFAULT;
        }

        Errno error = Errno.None;
        if (mapFails)
        {
            error = Errno.EFAULT;
        }

        page.Put();
        return error;
    }
}
