using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Devmap.Tests.Differential.PageLibrary.Language;

namespace Devmap.Tests.Differential.PageLibrary.Generation;

/// <summary>
/// Makes random programs over the library, the same for the same seed: what a driver does to pages, most of it right. Now and
/// then a check or a release is missing, comes twice, or is another one's.
/// </summary>
internal sealed partial class ProgramGenerator
{
    private const int MaxDepth = 3;

    private readonly Random _random;
    private readonly Scope _scope = new();
    private readonly HashSet<string> _inputs = [];
    private int _budget;
    private int _names;
    private int _slots;
    private bool _usesRam;
    private bool _usesRange;

    private ProgramGenerator(int seed) => _random = new Random(seed);

    public static PageProgram Generate(int seed) => new ProgramGenerator(seed).Generate();

    private PageProgram Generate()
    {
        _budget = 3 + _random.Next(9);
        _scope.Pages.Add(new Handle("lent", Origin.Lent) { IsHeld = true });
        List<Node> nodes = [];
        Fill(nodes, depth: 0, _budget);
        PayOwn(nodes);
        if (Percent(15))
        {
            AddTeardown(nodes);
        }

        return new PageProgram(new Block([.. nodes]), [.. _inputs]);
    }

    private void Fill(List<Node> nodes, int depth, int most)
    {
        for (int i = 0; i < most && _budget > 0; i++)
        {
            _budget--;
            AddNode(nodes, depth);
            if (nodes is [.., Return])
            {
                return;
            }
        }
    }

    private void AddNode(List<Node> nodes, int depth)
    {
        switch (_random.Next(depth >= MaxDepth ? 76 : 100))
        {
            case < 14:
                AddFilePage(nodes, depth);
                break;
            case < 30:
                AddFoundPage(nodes, depth);
                break;
            case < 34:
                AddRamPage(nodes, depth);
                break;
            case < 38:
                AddRange(nodes, depth);
                break;
            case < 46:
                AddUserPages(nodes, depth);
                break;
            case < 48:
                AddLongTermPin(nodes);
                break;
            case < 69:
                Operate(nodes, AnyPage(), depth);
                break;
            case < 72:
                UseAgain(nodes);
                break;
            case < 76:
                PayOne(nodes);
                break;
            case < 86:
                AddBranch(nodes, depth);
                break;
            case < 93:
                nodes.Add(new If(AnyFlag(), null, Exit(), null));
                break;
            default:
                AddTryFinally(nodes, depth);
                break;
        }
    }

    private void AddBranch(List<Node> nodes, int depth)
    {
        string flag = AnyFlag();
        Block then = MakeBlock(depth, inner => Fill(inner, depth + 1, 3));
        nodes.Add(new If(flag, null, then, Percent(30) ? MakeBlock(depth, inner => Fill(inner, depth + 1, 2)) : null));
    }

    private void AddTryFinally(List<Node> nodes, int depth)
    {
        // What the finally gives up, nobody else need.
        List<Debt> settled = [.. _scope.Debts.Skip(_scope.Outer).Where(_ => Percent(60))];
        if (settled.Count == 0)
        {
            return;
        }

        _scope.Debts.RemoveAll(settled.Contains);
        Block body = MakeBlock(depth, inner => Fill(inner, depth + 1, 3));
        List<Node> last = [];
        settled.ForEach(debt =>
        {
            Pay(last, debt);
            Forget(debt.Page);
        });
        nodes.Add(new TryFinally(body, new Block([.. last])));
    }

    /// <summary>A block: what it takes it gives up before it ends.</summary>
    private Block MakeBlock(int depth, Action<List<Node>> fill)
    {
        int pages = _scope.Pages.Count;
        int outer = _scope.Outer;
        Debt[] debts = [.. _scope.Debts];
        _scope.Outer = debts.Length;
        List<Node> nodes = [];
        fill(nodes);
        if (nodes is not [.., Return])
        {
            PayOwn(nodes);
        }

        _scope.Pages.RemoveRange(Math.Min(pages, _scope.Pages.Count), Math.Max(_scope.Pages.Count - pages, 0));
        _scope.Debts.Clear();
        _scope.Debts.AddRange(debts);
        _scope.Outer = outer;
        return new Block([.. nodes]);
    }

    /// <summary>A way out: everything is given up, and the method returns.</summary>
    private Block Exit()
    {
        List<Node> nodes = [];
        for (int i = _scope.Debts.Count - 1; i >= 0; i--)
        {
            Pay(nodes, _scope.Debts[i]);
        }

        nodes.Add(new Return());
        return new Block([.. nodes]);
    }

    private void PayOwn(List<Node> nodes)
    {
        for (int i = _scope.Debts.Count - 1; i >= _scope.Outer; i--)
        {
            Debt debt = _scope.Debts[i];
            _scope.Debts.RemoveAt(i);
            Pay(nodes, debt);
        }
    }

    private void PayOne(List<Node> nodes)
    {
        if (_scope.Debts.Count > _scope.Outer)
        {
            int i = _random.Next(_scope.Outer, _scope.Debts.Count);
            Debt debt = _scope.Debts[i];
            _scope.Debts.RemoveAt(i);
            Pay(nodes, debt);
            if (debt.Page is { } page && !_scope.Debts.Exists(left => left.Page == page))
            {
                page.IsHeld = page.Origin == Origin.Lent;
                Forget(page);
            }
        }
    }

    // What is done to an element of an array behind its release is not followed.
    private void Forget(Handle? page)
    {
        if (page is { Origin: Origin.Array })
        {
            _scope.Pages.Remove(page);
        }
    }

    // Of arrays it is not followed what was given back of them already: nothing is given back twice.
    private void Pay(List<Node> nodes, Debt debt)
    {
        switch (_random.Next(100))
        {
            case < 2:
                break;
            case < 4 when debt is { Page: not { Origin: Origin.Array }, Payment.Deed: not Deed.UnpinAll }:
                nodes.Add(debt.Payment);
                nodes.Add(debt.Payment);
                break;
            case < 6 when debt is { Page: not null, Payment.Deed: Deed.Put or Deed.Unpin }:
                bool isPut = debt.Payment.Deed == Deed.Put;
                nodes.Add(isPut ? Unpin(debt.Payment.Subject) : Put(debt.Payment.Subject));
                break;
            default:
                nodes.Add(debt.Payment);
                break;
        }
    }

    private static Act Put(string subject) => new(subject + ".Put()", Deed.Put, subject);

    private static Act Unpin(string subject) => new(subject + ".Unpin()", Deed.Unpin, subject);

    private bool Percent(int percent) => _random.Next(100) < percent;

    private string NewName(char prefix) => prefix + (_names++).ToString(CultureInfo.InvariantCulture);

    private string AnyFlag() => Use(Inputs.Flags[_random.Next(Inputs.Flags.Length)]);

    private string Use(string input)
    {
        _inputs.Add(input);
        return input;
    }

    /// <summary>An input that nothing else uses, so that no two names mean the same page; <see langword="null"/>: all are used.</summary>
    private string? TakeInput(string[] inputs)
    {
        string? free = Array.Find(inputs, input => !_inputs.Contains(input));
        return free is null ? null : Use(free);
    }

    // What was given up is seldom asked for again.
    private Handle AnyPage()
    {
        Handle page = Percent(60) ? _scope.Pages[^1] : _scope.Pages[_random.Next(_scope.Pages.Count)];
        return page.IsHeld || Percent(15) ? page : _scope.Pages[0];
    }
}
