using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Gives a page of the device back and accounts for it.</summary>
    public static void Free(DaxFile file, long index, List<long> freed)
    {
        Page? page = file.GetPage(index);
        if (page is null)
        {
            return;
        }

        page.Put();
        if (page.Mapping is not null) // EXPECT DVM2003
        {
            freed.Add(index);
        }
    }
}
