using System;
using NativeHandles;

// What a native library is asked for, and whether everything came back.
using var throttle = new Throttle(seats: 2);
using var buffer = new NativeBuffer(64);
Report("fill 64 bytes", Filler.Fill(buffer, 64, value: 2));
Report("fill 65 bytes", Filler.Fill(buffer, 65, value: 2));
Report("sum", Summer.Sum(buffer));
Report("sum, with a seat", throttle.Sum(buffer, TimeSpan.FromSeconds(1)));
Report("length of a text", Text.Measure("née"));
Report("sum of an array", Pinned.Sum([1, 2, 3]));

using (var copy = new NativeBuffer(64))
{
    bool added = false;
    try
    {
        copy.DangerousAddRef(ref added);
        new Copy().Run(buffer.DangerousGetHandle(), copy.DangerousGetHandle(), copy.Length);
    }
    finally
    {
        if (added)
        {
            copy.DangerousRelease();
        }
    }

    Report("sum of the copy", Summer.Sum(copy));
}

buffer.Dispose();
Report("sum of a closed buffer", Summer.Sum(buffer));
Report("closed", buffer.IsClosed);
return 0;

void Report(string step, object outcome) => Console.WriteLine($"{$"{step}: {outcome}",-32} free seats {throttle.Free}");
