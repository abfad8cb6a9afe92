using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Maps the device; its teardown is to run when the driver goes.</summary>
    public static Errno Probe(Driver driver)
    {
        var reference = new TeardownReference();
        if (!driver.Map())
        {
            reference.Kill();
            return Errno.ENOMEM;
        }

        if (!driver.HasRoomForAction)
        {
            reference.Kill();
            driver.Unmap();
            return Errno.ENOMEM;
        }

        driver.AddAction(reference);
        return Errno.None;
    }
}

/// <summary>The initial reference of a range, which somebody has to kill.</summary>
[TrustedContract]
public sealed class TeardownReference
{
    [AcquiresRef]
    public TeardownReference()
    {
    }

    [ReleasesRef]
    public void Kill()
    {
    }
}

[TrustedContract]
public sealed class Driver
{
    public bool HasRoomForAction { get; set; }

    public bool Map() => true;

    public void Unmap()
    {
    }

    /// <summary>What is added is killed when the driver goes.</summary>
    public void AddAction([ReleasesRef] TeardownReference reference)
    {
    }
}
