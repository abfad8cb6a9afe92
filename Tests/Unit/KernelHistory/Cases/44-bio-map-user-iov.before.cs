using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Maps small buffers of the process; neighbours in one page are merged.</summary>
    public static int Map(DaxFile file, IReadOnlyList<long> buffers)
    {
        int segments = 0;
        long last = -1;
        foreach (long buffer in buffers)
        {
            Page? page = file.GetPage(buffer); // EXPECT DVM2001
            if (page is null)
            {
                break;
            }

            if (buffer == last)
            {
                continue;
            }

            last = buffer;
            segments++;
            page.Put();
        }

        return segments;
    }
}
