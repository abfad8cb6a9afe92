using System.Threading;

namespace Devmap;

/// <summary>The pages of a device range: what they hold by themselves and what happens when one falls idle.</summary>
internal sealed class DeviceZone : Zone
{
    private readonly PgMap _pgmap;
    private int _removed;

    public DeviceZone(PhysicalMemory memory, PgMap pgmap)
        : base(memory, pgmap.Start, pgmap.PageCount, memory.Era.IdleCount(pgmap.Type))
    {
        _pgmap = pgmap;
    }

    /// <summary>Who waits for holders of the range and of its pages to let go.</summary>
    public WaitQueue Idle { get; } = new();

    public override PgMap PgMap => _pgmap;

    public override bool IsRemoved => Volatile.Read(ref _removed) != 0;

    public override bool KeepsPagesAlive => _pgmap.Reference.IsHeld;

    public override void OnIdle(Page page)
    {
        Memory.Era.FreeZoneDevicePage(page, _pgmap);
        Idle.WakeAll();
    }

    public override void OnOnlyMapped() => Idle.WakeAll();

    /// <summary>The range gives up its own reference on every page.</summary>
    public void DropBase()
    {
        int references = TakeBaseReferences();
        for (int i = 0; references != 0 && i < _pgmap.PageCount; i++)
        {
            Memory.PfnToPage(_pgmap.Start + i)!.DropBase(references);
        }

        // Who gave up a page between the two steps has found it above the new base and told nobody.
        Idle.WakeAll();
    }

    public void MarkRemoved() => Volatile.Write(ref _removed, 1);
}
