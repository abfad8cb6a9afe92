using System;
using System.Collections.Generic;
using Devmap.Tests.Differential.PageLibrary.Language;

namespace Devmap.Tests.Differential.PageLibrary.Generation;

/// <summary>Where pages come from: a file, a frame number, the allocator, a range, the memory of the process.</summary>
internal sealed partial class ProgramGenerator
{
    private void AddFilePage(List<Node> nodes, int depth)
    {
        if (TakeInput(Inputs.Indexes) is { } index)
        {
            AddOwned(nodes, depth, $"file.GetPage({index})", Origin.File);
        }
    }

    private void AddRamPage(List<Node> nodes, int depth)
    {
        // The allocator hands out again what it got back: two names would mean one page.
        if (!_usesRam)
        {
            _usesRam = true;
            Use(Inputs.Ram);
            AddOwned(nodes, depth, "memory.AllocPage()", Origin.Ram);
        }
    }

    private void AddOwned(List<Node> nodes, int depth, string value, Origin origin)
    {
        var page = new Handle(NewName('p'), origin);
        nodes.Add(new Let("Page?", page.Name, value, Acquires: true, Watch: "Found"));
        if (Percent(25))
        {
            nodes.Add(new If($"{page.Name} is not null", null, MakeBlock(depth, inner =>
            {
                Hold(page, Put(page.Name));
                Fill(inner, depth + 1, 3);
            }), null));
            return;
        }

        if (Percent(94))
        {
            nodes.Add(new If($"{page.Name} is null", null, Exit(), null));
        }

        Hold(page, Put(page.Name));
    }

    private void AddFoundPage(List<Node> nodes, int depth)
    {
        if (TakeInput(Inputs.Frames) is not { } frame)
        {
            return;
        }

        var page = new Handle(NewName('p'), Origin.Found);
        nodes.Add(new Let("Page?", page.Name, $"memory.PfnToPage({frame})", Watch: "Found"));
        switch (_random.Next(100))
        {
            case < 45:
                nodes.Add(new If($"{page.Name} is null || !{page.Name}.TryGet()", null, Exit(), null));
                Hold(page, Put(page.Name));
                break;
            case < 60:
                nodes.Add(new If($"{page.Name} is not null && {page.Name}.TryGet()", null, MakeBlock(depth, inner =>
                {
                    Hold(page, Put(page.Name));
                    Fill(inner, depth + 1, 3);
                }), null));
                break;
            default:
                nodes.Add(new If($"{page.Name} is null", null, Exit(), null));
                AddLateTake(nodes, page, depth);
                break;
        }
    }

    private void AddLateTake(List<Node> nodes, Handle page, int depth)
    {
        _scope.Pages.Add(page);
        switch (_random.Next(100))
        {
            case < 45:
                string taken = NewName('t');
                nodes.Add(new Let("bool", taken, page.Name + ".TryGet()", Watch: "Answered", Subject: page.Name));
                Fill(nodes, depth, 1);
                if (nodes is not [.., Return])
                {
                    nodes.Add(new If(taken, page.Name, MakeBlock(depth, inner =>
                    {
                        page.IsHeld = true;
                        _scope.Debts.Add(new Debt(page, Put(page.Name)));
                        Fill(inner, depth + 1, 2);
                    }), null));
                    page.IsHeld = false;
                }

                break;
            case < 60:
                nodes.Add(new Act(page.Name + ".TryGet()", Deed.TakeUnasked, page.Name));
                page.IsHeld = true;
                _scope.Debts.Add(new Debt(page, Put(page.Name)));
                break;
            case < 85:
                Operate(nodes, page, depth);
                break;
        }
    }

    /// <summary>A page that the range keeps while it is looked at.</summary>
    private void AddRange(List<Node> nodes, int depth)
    {
        // All frames are of one range, so that two names would mean one count.
        if (_usesRange || TakeInput(Inputs.Frames) is not { } frame)
        {
            return;
        }

        _usesRange = true;
        string range = NewName('m');
        nodes.Add(new Let("PgMap?", range, $"memory.GetDevPagemap({frame})", Acquires: true, Watch: "Found"));
        if (Percent(95))
        {
            nodes.Add(new If($"{range} is null", null, Exit(), null));
        }

        _scope.Debts.Add(new Debt(null, Put(range)));
        var page = new Handle(NewName('p'), Origin.Found);
        page.IsHeld = true;
        if (Percent(50))
        {
            // A range that is there has pages.
            nodes.Add(new Let("Page", page.Name, $"memory.PfnToPage({frame})!"));
            _scope.Pages.Add(page);
            Operate(nodes, page, depth);
            return;
        }

        nodes.Add(new Let("Page?", page.Name, $"memory.PfnToPage({frame})", Watch: "Found"));
        nodes.Add(new If($"{page.Name} is not null", null, MakeBlock(depth, inner =>
        {
            _scope.Pages.Add(page);
            Operate(inner, page, depth + 1);
            Fill(inner, depth + 1, 2);
        }), null));
    }

    private void AddUserPages(List<Node> nodes, int depth)
    {
        if (TakeInput(Inputs.Addresses) is not { } address)
        {
            return;
        }

        bool pins = Percent(70);
        int count = pins && Percent(35) ? 2 : 1;
        string array = NewName('g');
        string got = NewName('n');
        string fast = Percent(30) ? "Fast" : string.Empty;
        string grab = pins ? "PinUserPages" : "GetUserPages";
        nodes.Add(new Let("var", array, $"new Page[{count}]"));
        nodes.Add(new Let("int", got, $"space.{grab}{fast}({address}, {count}, GupFlags.Write, {array})", Watch: "Pinned", Subject: array));
        Act give = !pins ? Put(array + "[0]")
            : count == 2 || Percent(50) ? new Act($"space.UnpinUserPages({array}, {(Percent(85) ? got : count)})", Deed.UnpinAll, array)
            : Unpin(array + "[0]");
        if (give.Deed == Deed.UnpinAll && Percent(8))
        {
            nodes.Add(give);
            return;
        }

        if (count == 2 && Percent(30))
        {
            // All or nothing; what is there of it is given back, if it is seen to be a number of pages.
            var back = new Act($"space.UnpinUserPages({array}, {got})", Deed.UnpinAll, array);
            Block exit = Exit();
            Node some = Percent(75) ? new If($"{got} > 0", null, new Block([back]), null) : back;
            nodes.Add(new If($"{got} != 2", null, new Block(exit.Nodes.Insert(0, some)), null));
            _scope.Debts.Add(new Debt(null, give));
            return;
        }

        Handle? element = count == 1 ? new Handle(array + "[0]", Origin.Array) { IsHeld = true } : null;
        if (Percent(60))
        {
            nodes.Add(new If($"{got} > 0", null, MakeBlock(depth, inner =>
            {
                Keep(element, give);
                Fill(inner, depth + 1, 2);
            }), null));
        }
        else
        {
            nodes.Add(new If($"{got} <= 0", null, Exit(), null));
            Keep(element, give);
        }
    }

    private void AddLongTermPin(List<Node> nodes)
    {
        bool isFile = _usesRam || Percent(60);
        if (!isFile)
        {
            _usesRam = true;
            Use(Inputs.Ram);
        }

        string vma = NewName('v');
        string array = NewName('g');
        string got = NewName('n');
        string value = isFile ? $"file.Map(space, 1, pageOffset: {10 + (_slots++ % 5)})" : "space.Map(1, VmFlags.Read | VmFlags.Write)";
        string flags = isFile && Percent(40) ? "GupFlags.Write" : "GupFlags.Write | GupFlags.LongTerm";
        nodes.Add(new Let("Vma", vma, value));
        nodes.Add(new Let("var", array, "new Page[1]"));
        nodes.Add(new Let("int", got, $"space.PinUserPages({vma}, {vma}.Start, 1, {flags}, {array})", Watch: "Pinned", Subject: array));
        nodes.Add(new If($"{got} > 0", null, new Block([new Act($"space.UnpinUserPages({array}, {got})", Deed.UnpinAll, array)]), null));
    }

    private void Hold(Handle page, Act release)
    {
        page.IsHeld = true;
        _scope.Pages.Add(page);
        _scope.Debts.Add(new Debt(page, release));
    }

    private void Keep(Handle? element, Act release)
    {
        _scope.Debts.Add(new Debt(element, release));
        if (element is not null)
        {
            _scope.Pages.Add(element);
        }
    }
}
