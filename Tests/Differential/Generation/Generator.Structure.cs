using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Devmap.Tests.Differential.Language;

namespace Devmap.Tests.Differential.Generation;

/// <summary>Branches, loops, exceptions and ways out.</summary>
internal sealed partial class Generator
{
    private void AddIf(List<Statement> statements, Place place)
    {
        Condition condition = AnyCondition();
        Block then = MakeBlock(place, 3);
        statements.Add(new If(condition, then, Percent(35) ? MakeBlock(place, 3) : null));
    }

    private void AddEarlyExit(List<Statement> statements, Place place)
    {
        Condition condition = AnyCondition();
        statements.Add(new If(condition, ExitBlock(place), null));
    }

    private Block ExitBlock(Place place)
    {
        var mark = _scope.Mark();
        List<Debt> debts = [.. _scope.Debts];
        List<Statement> statements = [];
        AddExit(statements, place.Inner);
        _scope.Return(mark);
        _scope.Debts.Clear();
        _scope.Debts.AddRange(debts);
        return new Block([.. statements]);
    }

    private void AddExit(List<Statement> statements, Place place)
    {
        if (place.CanBreak && Percent(40))
        {
            statements.Add(new Break());
        }
        else if (place.InLoop && Percent(40))
        {
            statements.Add(new Continue());
        }
        else if (place.Labels.Length > 0 && Percent(60))
        {
            statements.Add(new Goto(place.Labels[^1]));
        }
        else if (place.InHandler && Percent(40))
        {
            statements.Add(new Rethrow());
        }
        else if (Percent(4))
        {
            statements.Add(new Fail());
        }
        else if (Percent(25))
        {
            PayAll(statements);
            statements.Add(new Throw(AnyException()));
        }
        else if (place.CanLeave)
        {
            Leave(statements, place);
        }
    }

    private void Leave(List<Statement> statements, Place place)
    {
        if (_result != Result.Item || _scope.Debts.Count == 0 || Percent(30))
        {
            PayAll(statements);
            statements.Add(_result switch
            {
                Result.Item => new Return(Site(), Percent(80) ? new Nothing() : new Take(Site(), false), null),
                Result.Bool => new Return(Site(), null, Percent(20) && place.CanLeave ? AnyCondition() : new Constant(Percent(50))),
                _ => new Return(Site(), null, null),
            });
            return;
        }

        Debt kept = Any(_scope.Debts);
        _scope.Debts.Remove(kept);
        PayAll(statements);
        _scope.Debts.Add(kept);
        statements.Add(new Return(Site(), new Variable(kept.Local), null));
    }

    private ExceptionKind AnyException() => (ExceptionKind)_random.Next(3);

    private void AddTry(List<Statement> statements, Place place)
    {
        bool hasFinally = Percent(60);
        bool hasHandlers = !hasFinally || Percent(25);

        // What the finally gives up, nobody else need.
        List<Debt> settled = hasFinally ? _scope.Debts.FindAll(_ => Percent(70)) : [];
        _scope.Debts.RemoveAll(settled.Contains);
        Block body = MakeBlock(place, 4);
        ImmutableArray<Handler> handlers = hasHandlers ? [.. Handlers(place)] : [];
        Block? last = hasFinally
            ? MakeBlock(place.Finally, 1, paid =>
            {
                foreach (Debt debt in settled)
                {
                    Pay(paid, debt);
                }
            })
            : null;
        statements.Add(new Try(body, handlers, last));
    }

    private IEnumerable<Handler> Handlers(Place place)
    {
        int count = 1 + _random.Next(2);
        var used = new List<ExceptionKind>();
        for (int i = 0; i < count; i++)
        {
            ExceptionKind kind = i == count - 1 && Percent(60) ? ExceptionKind.Any : Percent(50) ? ExceptionKind.InvalidOperation : ExceptionKind.Argument;
            Condition? filter = Percent(15) ? new Input(Any(Method.Inputs)) : null;
            if (!used.Contains(kind))
            {
                yield return new Handler(kind, filter, HandlerBody(place));
            }

            // A filter leaves room for a second handler of the type.
            if (filter is null)
            {
                used.Add(kind);
            }
        }
    }

    private Block HandlerBody(Place place)
    {
        List<Debt> debts = [.. _scope.Debts];
        Block body = MakeBlock(place with { InHandler = true }, 2, statements =>
        {
            if (Percent(50))
            {
                PaySome(statements);
            }
        });
        _scope.Debts.Clear();
        _scope.Debts.AddRange(debts);
        return body;
    }

    private void AddUsing(List<Statement> statements, Place place)
    {
        Local local = NewLocal('v');
        int site = Site();
        bool nullable = Percent(40);
        Reference value = nullable ? new Find(Site()) : new Take(Site(), Percent(30));
        var mark = _scope.Mark();
        _scope.Items.Add(local);
        _scope.ReadOnly.Add(local);
        if (nullable)
        {
            _scope.Nullable.Add(local);
        }

        Block body = MakeBlock(place, 3);
        _scope.Return(mark);
        statements.Add(new Using(site, local, value, body));
    }

    private void AddSwitch(List<Statement> statements, Place place)
    {
        Number value = _scope.Numbers.Count > 0 && Percent(60) ? NumberOf(Any(_scope.Numbers)) : new NumberInput();
        bool hasStatus = value is NumberLocal { Form: Form.GetStatus };
        Place inner = place with { CanBreak = false };
        List<Section> sections = [];
        foreach (int label in Enumerable.Range(0, hasStatus ? 3 : 2).Where(_ => Percent(70)))
        {
            sections.Add(new Section(label, MakeBlock(inner, 2)));
        }

        if (sections.Count == 0 || Percent(50))
        {
            sections.Add(new Section(null, MakeBlock(inner, 2)));
        }

        statements.Add(new Switch(value, [.. sections]));
    }

    private static NumberLocal NumberOf((Local Local, Form Form) number) => new(number.Local, number.Form);

    private void AddLabelled(List<Statement> statements, Place place)
    {
        string label = "L" + _labels++;
        Block body = MakeBlock(place with { Labels = place.Labels.Add(label) }, 4);
        statements.Add(new Labelled(label, body));
    }

    private void AddFound(List<Statement> statements, Place place)
    {
        int site = Site();
        Local local = NewLocal('v');
        bool isLoop = _loops && Percent(40);
        _hasLoops |= isLoop;
        Place inner = isLoop ? place with { InLoop = true, CanBreak = true } : place;
        var mark = _scope.Mark();
        _scope.Items.Add(local);
        Owe(new Debt(local, Kind.Ref, null, false));
        int items = _scope.Items.Count - 1;
        List<Statement> body = [];
        Fill(body, inner.Inner, 1 + _random.Next(3));
        if (body.Count == 0 || !IsJump(body[^1]))
        {
            PayOwn(body, items);
        }

        _scope.Return(mark);
        statements.Add(new Found(site, local, new Block([.. body]), isLoop));
    }

    private void AddLoop(List<Statement> statements, Place place)
    {
        _hasLoops = true;
        var kind = (LoopKind)_random.Next(4);
        Condition condition = kind switch
        {
            LoopKind.While or LoopKind.Do => Percent(60) ? new More() : AnyCondition(1),
            _ => new Constant(true),
        };
        List<Debt> debts = [.. _scope.Debts];
        Block body = MakeBlock(place with { InLoop = true, CanBreak = true }, 4);

        // What a loop gives up that came from before it was most likely given up too often.
        if (Percent(50))
        {
            _scope.Debts.Clear();
            _scope.Debts.AddRange(debts);
        }

        statements.Add(new Loop(kind, condition, body, kind == LoopKind.For && Percent(50)));
    }
}
