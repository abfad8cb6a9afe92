using System;
using System.Threading;

namespace NativeHandles;

/// <summary>Lets only a few callers into the native library at once.</summary>
public sealed class Throttle : IDisposable
{
    private readonly SemaphoreSlim _seats;

    public Throttle(int seats) => _seats = new SemaphoreSlim(seats, seats);

    /// <summary>The seats that are free. A snapshot.</summary>
    public int Free => _seats.CurrentCount;

    /// <summary>The sum of the bytes of a buffer; -1: it cannot be had in time.</summary>
    public int Sum(NativeBuffer buffer, TimeSpan timeout)
    {
        _seats.Wait(timeout); // DVM2005: after the timeout there is no seat to give back
        try
        {
            return Summer.Sum(buffer);
        }
        finally
        {
            _seats.Release();
        }
    }

    public void Dispose() => _seats.Dispose();
}
