using System;
using Devmap.Tests.Differential.Language;

namespace Devmap.Tests.Differential.Execution;

/// <summary>Statements.</summary>
internal sealed partial class Interpreter
{
    private void Run(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            Run(statement);
            if (_signal != Signal.None)
            {
                break;
            }
        }

        foreach (Statement statement in block.Statements)
        {
            // A variable that a condition declares lives as long as one that is declared beside it.
            if (statement is Declare { Local: var local } || (statement is Found { IsLoop: false } found && (local = found.Local) is not null))
            {
                EndScope(local);
            }
        }
    }

    private void EndScope(Local local)
    {
        Counted? item = _items[local.Index].Item;
        _items[local.Index] = default;

        // A throw and a return go on to the end of the body, where everything is looked at.
        if (_signal is not (Signal.Throw or Signal.Return or Signal.Stop))
        {
            CheckLost(item);
        }
    }

    private void Run(Statement statement)
    {
        switch (statement)
        {
            case Declare declare:
                Store(declare.Local, declare.Value);
                break;
            case Assign assign:
                Store(assign.Local, assign.Value);
                break;
            case Swap swap:
                (_items[swap.Left.Index], _items[swap.Right.Index]) = (_items[swap.Right.Index], _items[swap.Left.Index]);
                break;
            case SetFlag flag:
                Scalar value = Evaluate(flag.Value);
                if (_signal == Signal.None)
                {
                    _scalars[flag.Local.Index] = value;
                }

                break;
            case DeclareNumber number:
                _scalars[number.Local.Index] = Evaluate(number.Value);
                break;
            case Call call:
                Run(call);
                break;
            case Ignore ignore:
                Attempt(ignore.Site, ignore.Target, ignore.Form);
                break;
            case Hold hold:
                Run(hold);
                break;
            case Keep keep:
                Release(_items[keep.Local.Index]);
                break;
            case If branch:
                Enter(Test(branch.Condition) ? branch.Then : branch.Else);
                break;
            case Found found:
                Run(found);
                break;
            case Switch @switch:
                Run(@switch);
                break;
            case Loop loop:
                Run(loop);
                break;
            case Try @try:
                Run(@try);
                break;
            case Using @using:
                Run(@using);
                break;
            case Labelled labelled:
                Run(labelled.Body);
                if (_signal == Signal.Goto && _label == labelled.Label)
                {
                    _signal = Signal.None;
                }

                break;
            default:
                Jump(statement);
                break;
        }
    }

    /// <summary>Runs the block, if there is one, unless what came before did not come to an end.</summary>
    private void Enter(Block? block)
    {
        if (block is not null && _signal == Signal.None)
        {
            Run(block);
        }
    }

    private void Store(Local local, Reference reference)
    {
        ItemValue value = Evaluate(reference);
        if (_signal == Signal.None)
        {
            Name(local, value);
        }
    }

    private void Jump(Statement statement)
    {
        switch (statement)
        {
            case Break:
                _signal = Signal.Break;
                break;
            case Continue:
                _signal = Signal.Continue;
                break;
            case Goto jump:
                _label = jump.Label;
                _signal = Signal.Goto;
                break;
            case Return result:
                Run(result);
                break;
            case Throw @throw:
                _thrown = new Thrown(@throw.Exception, isExplicit: true);
                _signal = Signal.Throw;
                break;
            case Rethrow when _caught.TryPeek(out Thrown? caught):
                _thrown = caught.Again();
                _signal = Signal.Throw;
                break;
            case Rethrow:
                // No program: one that was made smaller too far.
                _signal = Signal.Stop;
                break;
            case Fail:
                if (!Throws())
                {
                    _signal = Signal.Stop;
                }

                break;
            default:
                throw new NotSupportedException(statement.GetType().Name);
        }
    }

    private void Run(Return result)
    {
        if (result.Bool is not null)
        {
            Ask(Evaluate(result.Bool));
        }

        if (result.Item is not null)
        {
            _returned = Evaluate(result.Item);
            _returnSite = result.Site;
            if (_returned.Attempt is { } attempt)
            {
                _judge.Ask(attempt);
            }
        }

        if (_signal == Signal.None)
        {
            _signal = Signal.Return;
        }
    }

    private void Run(Found found)
    {
        for (int round = 0; ; round++)
        {
            ItemValue value = Find(found.Site);
            if (_signal != Signal.None || TestNull(value))
            {
                return;
            }

            Name(found.Local, value);
            BeginRound(found.IsLoop ? round : 0);
            Enter(found.Body);
            if (!found.IsLoop)
            {
                return;
            }

            EndScope(found.Local);
            if (!GoesRound())
            {
                return;
            }
        }
    }

    private void Run(Switch @switch)
    {
        Scalar value = Evaluate(@switch.Value);
        Ask(value);
        Block? taken = null;
        foreach (Section section in @switch.Sections)
        {
            if (section.Label == value.Number)
            {
                taken = section.Body;
                break;
            }

            taken = section.Label is null ? section.Body : taken;
        }

        Enter(taken);
        if (_signal == Signal.Break)
        {
            _signal = Signal.None;
        }
    }

    private void Run(Loop loop)
    {
        if (loop.Kind == LoopKind.ForEach && Throws())
        {
            return;
        }

        int length = loop.Kind switch
        {
            LoopKind.For => loop.IsBoundedByInput ? InputNumber : InputBound,
            LoopKind.ForEach => _choices.Take(MaxRounds + 1),
            _ => int.MaxValue,
        };
        for (int round = 0; round < length; round++)
        {
            if (loop.Kind == LoopKind.While && !Test(loop.Condition))
            {
                return;
            }

            BeginRound(round);
            Enter(loop.Body);
            if (!GoesRound() || (loop.Kind == LoopKind.Do && !Test(loop.Condition)))
            {
                return;
            }
        }
    }

    /// <summary>Beyond the last round nobody looks.</summary>
    private void BeginRound(int round)
    {
        if (round == MaxRounds && _signal == Signal.None)
        {
            _signal = Signal.Stop;
        }
    }

    private bool GoesRound()
    {
        switch (_signal)
        {
            case Signal.Break:
                _signal = Signal.None;
                return false;
            case Signal.Continue:
            case Signal.None:
                _signal = Signal.None;
                return true;
            default:
                return false;
        }
    }

    private void Run(Try @try)
    {
        _guards += @try.Finally is null ? 0 : 1;
        _guards += @try.Handlers.IsEmpty ? 0 : 1;
        Run(@try.Body);
        _guards -= @try.Handlers.IsEmpty ? 0 : 1;
        if (_signal == Signal.Throw)
        {
            Handle(@try);
        }

        _guards -= @try.Finally is null ? 0 : 1;
        Finally(() => Enter(@try.Finally));
    }

    private void Handle(Try @try)
    {
        Thrown thrown = _thrown!;
        foreach (Handler handler in @try.Handlers)
        {
            if (!thrown.Is(handler.Exception, _choices))
            {
                continue;
            }

            _signal = Signal.None;
            if (handler.Filter is not null && !Test(handler.Filter))
            {
                _signal = Signal.Throw;
                continue;
            }

            _caught.Push(thrown);
            Run(handler.Body);
            _caught.Pop();
            return;
        }
    }

    /// <summary>Runs on every way out, and goes on with it unless an exception of its own comes between.</summary>
    private void Finally(Action run)
    {
        (Signal signal, Thrown? thrown, string? label) = (_signal, _thrown, _label);
        if (signal == Signal.Stop)
        {
            return;
        }

        _signal = Signal.None;
        run();
        if (_signal == Signal.None)
        {
            (_signal, _thrown, _label) = (signal, thrown, label);
        }
    }

    private void Run(Using @using)
    {
        Store(@using.Local, @using.Value);
        if (_signal != Signal.None)
        {
            return;
        }

        _guards++;
        Run(@using.Body);
        _guards--;
        Finally(() =>
        {
            ItemValue value = _items[@using.Local.Index];
            if (!TestNull(value))
            {
                _judge.Release(value.Item!, Kind.Ref, @using.Site, idempotent: false);
            }
        });
        EndScope(@using.Local);
    }
}
