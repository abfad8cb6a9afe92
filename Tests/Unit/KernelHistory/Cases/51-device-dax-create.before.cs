using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Creates a device of the bus.</summary>
    public static Errno Create(Bus bus, int id)
    {
        var device = new BusDevice(id); // EXPECT DVM2001
        if (!device.SetName("dax" + id))
        {
            return Errno.ENOMEM;
        }

        bus.Add(device);
        return Errno.None;
    }
}

/// <summary>From <c>device_initialize</c> on only the last put frees it.</summary>
[TrustedContract]
public sealed class BusDevice
{
    [AcquiresRef]
    public BusDevice(int id)
    {
    }

    [RequiresRef]
    public bool SetName(string name) => name.Length > 0;

    [ReleasesRef]
    public void Put()
    {
    }
}

[TrustedContract]
public sealed class Bus
{
    public void Add([ReleasesRef] BusDevice device)
    {
    }
}
