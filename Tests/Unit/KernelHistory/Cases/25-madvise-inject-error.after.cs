using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Injects an error into the pages of a range.</summary>
    public static Errno Inject(DaxFile file, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Page? page = file.GetPage(i);
            if (page is null)
            {
                return Errno.EFAULT;
            }

            Handle(page);
            page.Put();
        }

        return Errno.None;
    }

    private static void Handle([RequiresRef] Page page) => page.SetDirty();
}
