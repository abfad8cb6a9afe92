using System;
using System.Collections.Generic;
using System.Linq;

namespace Devmap.Tests.Runtime.Properties;

/// <summary>Processes of one user: what they map and hold is theirs, and what they do may fail but never break anything.</summary>
internal sealed class Actor
{
    private const int Most = 6;
    private const int FilePages = 8;
    private const VmFlags Access = VmFlags.Read | VmFlags.Write;

    private readonly World _world;
    private readonly List<AddressSpace> _spaces = new();
    private readonly List<(Page Page, bool IsPin)> _held = new();
    private readonly List<PgMap> _pgmaps = new();

    public Actor(World world)
    {
        _world = world;
        _spaces.Add(new AddressSpace(world.Memory));
    }

    public void Do(Step step)
    {
        AddressSpace space = Pick(_spaces, step.First);
        IReadOnlyList<Vma> vmas = space.Vmas;
        switch (step.Deed)
        {
            case Deed.MapShared when vmas.Count < Most:
                _world.DaxFile.Map(space, 1 + (step.Second % FilePages));
                break;
            case Deed.MapPrivate when vmas.Count < Most:
                _world.DaxFile.Map(space, 1 + (step.Second % FilePages), Access);
                break;
            case Deed.MapCached when vmas.Count < Most:
                _world.Cached.Map(space, 1 + (step.Second % FilePages));
                break;
            case Deed.MapAnonymous when vmas.Count < Most:
                space.Map(1 + (step.Second % FilePages), Access);
                break;
            case Deed.MapDevice when vmas.Count < Most:
                _world.DevDax.Map(space, 1 + (step.Second % FilePages), out _);
                break;
            case Deed.Fork when _spaces.Count < Most:
                if (space.Fork(out _) is { } child)
                {
                    _spaces.Add(child);
                }

                break;
            case Deed.Exit when _spaces.Count > 1:
                space.UnmapEverything();
                _spaces.Remove(space);
                break;
            default:
                OnMapping(step, space, vmas);
                break;
        }
    }

    /// <summary>Gives up everything.</summary>
    public void End()
    {
        while (_held.Count > 0)
        {
            LetGo(0);
        }

        _pgmaps.ForEach(pgmap => pgmap.Put());
        _spaces.ForEach(space => space.UnmapEverything());
    }

    private static T Pick<T>(IReadOnlyList<T> items, int number) => items[number % items.Count];

    private void OnMapping(Step step, AddressSpace space, IReadOnlyList<Vma> vmas)
    {
        if (vmas.Count == 0)
        {
            OnFile(step);
            return;
        }

        Vma vma = Pick(vmas, step.Second);
        ulong address = vma.Start + ((ulong)(step.First % vma.PageCount) * PhysicalMemory.PageSize);
        switch (step.Deed)
        {
            case Deed.Read:
                space.ReadByte(address, out _);
                break;
            case Deed.Write:
                space.WriteByte(address, (byte)step.First);
                break;
            case Deed.Zap:
                space.Zap(vma);
                break;
            case Deed.Unmap:
                space.Unmap(vma);
                break;
            case Deed.Protect:
                space.Protect(vma, step.First % 2 == 0 ? VmFlags.Read : Access);
                break;
            case Deed.Pin:
                Hold(pages => space.PinUserPages(address, pages.Length, Wish(step), pages), isPin: true);
                break;
            case Deed.PinFast:
                Hold(pages => space.PinUserPagesFast(address, pages.Length, Wish(step), pages), isPin: true);
                break;
            case Deed.PinLongTerm:
                Hold(pages => space.PinUserPages(address, pages.Length, Wish(step) | GupFlags.LongTerm, pages), isPin: true);
                break;
            case Deed.Get:
                Hold(pages => space.GetUserPagesFast(address, pages.Length, Wish(step), pages), isPin: false);
                break;
            default:
                OnFile(step);
                break;
        }
    }

    private void OnFile(Step step)
    {
        switch (step.Deed)
        {
            case Deed.GetFileDirectly when _world.DaxFile.GetPage(step.First % FilePages) is { } page:
                _held.Add((page, false));
                break;
            case Deed.LetGo when _held.Count > 0:
                LetGo(step.First % _held.Count);
                break;
            case Deed.Truncate:
                _world.DaxFile.Truncate(step.First % FilePages, TimeSpan.Zero);
                break;
            case Deed.Punch:
                _world.DaxFile.PunchHole(step.First % FilePages, step.Second % 3, TimeSpan.Zero);
                break;
            case Deed.Extend:
                _world.DaxFile.Extend(FilePages);
                break;
            case Deed.TruncateCached:
                _world.Cached.Truncate(step.First % (FilePages + 1));
                break;
            case Deed.PunchCached:
                _world.Cached.PunchHole(step.First % FilePages, step.Second % 3);
                break;
            case Deed.GetPgMap when _pgmaps.Count < Most && _world.Memory.GetDevPagemap(_world.FsDax.PgMap.Start + (step.First % FilePages)) is { } pgmap:
                _pgmaps.Add(pgmap);
                break;
            case Deed.PutPgMap when _pgmaps.Count > 0:
                _pgmaps[^1].Put();
                _pgmaps.RemoveAt(_pgmaps.Count - 1);
                break;
        }
    }

    private static GupFlags Wish(Step step) => step.First % 2 == 0 ? GupFlags.Write : GupFlags.None;

    private void Hold(Func<Page[], int> take, bool isPin)
    {
        if (_held.Count >= Most)
        {
            LetGo(0);
        }

        var pages = new Page[2];
        int taken = take(pages);
        _held.AddRange(pages.Take(Math.Max(taken, 0)).Select(page => (page, isPin)));
    }

    private void LetGo(int index)
    {
        (Page page, bool isPin) = _held[index];
        _held.RemoveAt(index);
        if (isPin)
        {
            page.Unpin();
        }
        else
        {
            page.Put();
        }
    }
}
