using System;
using System.Collections.Generic;
using System.Linq;
using Devmap.Tests.Differential.Language;

namespace Devmap.Tests.Differential.Execution;

/// <summary>How a statement ended.</summary>
internal enum Signal
{
    None,
    Break,
    Continue,
    Goto,
    Return,
    Throw,

    /// <summary>The execution ends here and is not judged: it would not return, or it goes round a loop once more.</summary>
    Stop,
}

/// <summary>
/// Executes a method for every combination of inputs, answers and exceptions, and collects what goes wrong. This is the
/// truth that the analyzer is compared with, so it shares nothing with it but the contracts.
/// </summary>
internal sealed partial class Interpreter
{
    /// <summary>A loop goes round so often at most.</summary>
    private const int MaxRounds = 3;

    /// <summary>Nobody takes more references of one kind on one object than this, one by one.</summary>
    private const int MaxHeld = 3;

    private readonly Method _method;
    private readonly Choices _choices = new();
    private readonly Judge _judge = new();
    private readonly ItemValue[] _items;
    private readonly Scalar[] _scalars;
    private readonly List<Counted> _objects = [];
    private readonly int[] _inputs = new int[5];
    private readonly Stack<Thrown> _caught = new();
    private Signal _signal;
    private string? _label;
    private Thrown? _thrown;
    private ItemValue _returned;
    private int _returnSite;
    private int _guards;

    private Interpreter(Method method)
    {
        _method = method;
        _items = new ItemValue[method.Locals];
        _scalars = new Scalar[method.Locals];
    }

    /// <summary>The mistakes that can happen; <see langword="null"/> where there are more executions, or more references, than real code has.</summary>
    public static HashSet<Mistake>? Run(Method method, int maxExecutions)
    {
        var interpreter = new Interpreter(method);
        int executions = 0;
        do
        {
            if (++executions > maxExecutions)
            {
                return null;
            }

            interpreter.Execute();
            if (interpreter._objects.Exists(static item => item.MostHeld > MaxHeld))
            {
                return null;
            }
        }
        while (interpreter._choices.Advance());
        return [.. interpreter._judge.Mistakes];
    }

    private void Execute()
    {
        _objects.Clear();
        _inputs.AsSpan().Fill(-1);
        _caught.Clear();
        _signal = Signal.None;
        _guards = 0;
        _returned = default;
        Array.Clear(_items);
        _items[Method.Lent.Index] = new ItemValue(New(Origin.Lent), null);
        _items[Method.Other.Index] = new ItemValue(New(Origin.Lent), null);
        Counted mine = New(_method.Consumes ? Origin.Consumed : Origin.Lent);
        _items[Method.Mine.Index] = new ItemValue(mine, null);
        if (_method.Consumes)
        {
            mine.Add(Kind.Ref, Method.ConsumedSite);

            // A body that does nothing is a placeholder, and breaks no promise.
            mine.IsJudged = !_method.Body.Statements.All(static statement => statement is Throw or Return { Item: null or Nothing });
        }

        Run(_method.Body);
        if (_signal is Signal.None or Signal.Return || (_signal == Signal.Throw && _thrown!.IsExplicit))
        {
            LeaveBody();
        }
    }

    private void LeaveBody()
    {
        if (_signal == Signal.Return && _returned.Item is { IsNull: not true } returned)
        {
            _judge.Return(returned, _returnSite);
        }

        foreach (Counted item in _objects)
        {
            _judge.Lose(item);
        }
    }

    private Counted New(Origin origin)
    {
        var item = new Counted(origin);
        _objects.Add(item);
        return item;
    }

    /// <summary>The number of the input, decided when it is first asked for.</summary>
    private int Input(int index, int count)
    {
        if (_inputs[index] < 0)
        {
            _inputs[index] = _choices.Take(count);
        }

        return _inputs[index];
    }

    // 0 to 3, and a negative one: with the constants that programs compare it with, that is every case there is.
    private int InputNumber => Input(3, 5) is var number && number == 4 ? -1 : number;

    private int InputBound => Input(4, MaxRounds + 1);

    private void Name(Local local, ItemValue value)
    {
        Counted? old = _items[local.Index].Item;
        _items[local.Index] = value;
        if (old != value.Item)
        {
            CheckLost(old);
        }
    }

    /// <summary>A parameter is still the caller's when it has no name here any more; anything else is lost with its last one.</summary>
    private void CheckLost(Counted? item)
    {
        if (item is { Origin: Origin.Owned, IsHeld: true } && !_items.Any(named => named.Item == item))
        {
            _judge.Lose(item);
        }
    }

    /// <summary>Decides something by whether it is null.</summary>
    private bool TestNull(ItemValue value)
    {
        Tell(value);
        return IsNull(value);
    }

    private bool IsNull(ItemValue value)
    {
        if (value.Item is not { } item)
        {
            return true;
        }

        if (item.IsNull is null)
        {
            item.IsNull = _choices.Take(2) == 1;
            item.IsJudged &= item.IsNull == false;
        }

        return item.IsNull.Value;
    }

    /// <summary>The item that a member is called on; without one the execution ends, and nothing is said of how.</summary>
    private Counted? Dereference(Local local)
    {
        ItemValue value = _items[local.Index];
        if (value.Item is { IsNull: not true } item)
        {
            item.IsNull = false;
            return item;
        }

        _judge.UseNull(value.Attempt);
        _signal = Signal.Stop;
        return null;
    }

    /// <summary>Inside a try, a call may throw instead of doing what it should.</summary>
    private bool Throws()
    {
        if (_guards == 0 || _choices.Take(2) == 0)
        {
            return false;
        }

        _thrown = new Thrown(null, isExplicit: false);
        _signal = Signal.Throw;
        return true;
    }

    private void Ask(Scalar scalar)
    {
        foreach (Attempt attempt in scalar.Attempts ?? [])
        {
            _judge.Ask(attempt);
        }
    }
}
