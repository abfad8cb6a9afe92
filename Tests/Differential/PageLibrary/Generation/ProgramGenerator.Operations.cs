using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Devmap.Tests.Differential.PageLibrary.Language;

namespace Devmap.Tests.Differential.PageLibrary.Generation;

/// <summary>What is done to a page, and to a range as a whole.</summary>
internal sealed partial class ProgramGenerator
{
    private void Operate(List<Node> nodes, Handle page, int depth)
    {
        string name = page.Name;
        switch (_random.Next(100))
        {
            case < 34:
                nodes.Add(Touch(name, Percent(60) ? "ReadByte(0)" : "SetDirty()"));
                break;
            case < 46 when page.Origin != Origin.Array:
                nodes.Add(new Act(name + ".Get()", Deed.Get, name));
                _scope.Debts.Add(new Debt(page, Put(name)));
                break;
            case < 58 when depth < MaxDepth && (page.IsHeld || page.Origin != Origin.Ram):
                nodes.Add(new If(name + ".TryGet()", name, MakeBlock(depth, inner =>
                {
                    _scope.Debts.Add(new Debt(page, Put(name)));
                    Fill(inner, depth + 1, 2);
                }), null));
                break;
            case < 76:
                nodes.Add(new Act($"vma.InsertPage({NewAddress("vma")}, {name})", Deed.Install, name));
                break;
            case < 84:
                AddIdleTest(nodes, name);
                break;
            case < 87:
                AddToList(nodes, page);
                break;
            case < 90:
                nodes.Add(new Act($"mixed.Insert{(Percent(70) ? "Mixed" : "Pfn")}({NewAddress("mixed")}, {name}.Pfn)", Deed.InstallFrame, name));
                break;
            case < 92 when page.Origin != Origin.Array:
                nodes.Add(Percent(70) ? Put(name) : Unpin(name));
                break;
            case < 96 when page.Origin != Origin.Array:
                nodes.Add(new Act(name + ".TryGet()", Deed.TakeUnasked, name));
                _scope.Debts.Add(new Debt(page, Put(name)));
                break;
            default:
                nodes.Add(Touch(name, "ReadByte(1)"));
                break;
        }
    }

    // Once more, when it was given up.
    private void UseAgain(List<Node> nodes)
    {
        Handle[] given = [.. _scope.Pages.Where(static page => !page.IsHeld && page.Origin != Origin.Array)];
        if (given.Length > 0)
        {
            nodes.Add(Touch(given[_random.Next(given.Length)].Name, Percent(60) ? "ReadByte(0)" : "SetDirty()"));
        }
    }

    private static Act Touch(string name, string call) => new($"{name}.{call}", Deed.Touch, name);

    // What a page that is held answers is certain, whatever the analyzers know: nothing hangs on it.
    private void AddIdleTest(List<Node> nodes, string page)
    {
        var then = new Block([Touch("lent", "SetDirty()")]);
        nodes.Add(new If(page + (Percent(40) ? ".RefCount == 1" : ".IsIdle"), page, then, null));
    }

    // Of a frame it is not known whether it is device memory; a page is on one list at most.
    private void AddToList(List<Node> nodes, Handle page)
    {
        if (page.IsListed || page.Origin is Origin.Lent or Origin.Array)
        {
            return;
        }

        page.IsListed = true;
        var add = new Act($"lru.Add({page.Name})", Deed.List, page.Name);
        bool asks = page.Origin == Origin.Found || Percent(30);
        string test = page.Origin == Origin.Found && Percent(50) ? page.Name + ".IsZoneDevice" : $"!{page.Name}.IsZoneDevice";
        nodes.Add(asks ? new If(test, page.Name, new Block([add]), null) : add);
    }

    /// <summary>A file on a range of its own is mapped, and the range taken away: kill, shoot down, remove.</summary>
    private void AddTeardown(List<Node> nodes)
    {
        Use(Inputs.Store);
        var kill = new Act("store.Device.Kill()", Deed.Other, "store");
        var shootDown = new Act(Percent(70) ? "store.UnmapAll()" : "store.Truncate(0, TimeSpan.Zero)", Deed.Other, "store");
        var remove = new Act("memory.MemUnmapPages(store.Device.PgMap, TimeSpan.Zero)", Deed.Remove, "store");
        string vma = NewName('v');
        var unmap = new Act($"space.Unmap({vma})", Deed.Other, vma);
        Node[] steps = _random.Next(100) switch
        {
            < 40 => [kill, shootDown, remove],
            < 55 => [unmap, kill, remove],
            < 65 => [unmap, remove],
            < 80 => [kill, remove],
            < 90 => [new Act("store.UnmapAll()", Deed.Other, "store"), kill, remove],
            _ => [kill, remove, shootDown],
        };
        List<Node> teardown = Percent(85) ? [new Let("Vma", vma, "store.Map(space, 1)", Watch: "Mapped")] : [];
        if (teardown.Count > 0 && Percent(60))
        {
            teardown.Add(new Act($"space.WriteByte({vma}.Start, 1)", Deed.Other, vma));
        }

        teardown.AddRange(teardown.Count > 0 ? steps : [kill, shootDown, remove]);
        if (Percent(25) && TakeInput(Inputs.Flags) is { } flag)
        {
            // A flag of its own: whether conditions exclude each other is not asked in the order of calls.
            nodes.Add(new If(flag, null, new Block([.. teardown]), null));
        }
        else
        {
            nodes.AddRange(teardown);
        }
    }

    private string NewAddress(string vma) => $"{vma}.Start + {((_slots++ % 16) * PhysicalMemory.PageSize).ToString(CultureInfo.InvariantCulture)}";
}
