using System.Collections.Generic;
using Devmap.Tests.Differential.Language;

namespace Devmap.Tests.Differential.Generation;

/// <summary>Taking references, and giving them up.</summary>
internal sealed partial class Generator
{
    private void AddOwned(List<Statement> statements)
    {
        int way = _random.Next(10);
        Reference value = way switch
        {
            < 4 => new Take(Site(), IsCreation: false),
            < 5 => new Take(Site(), IsCreation: true),
            < 8 => new Find(Site()),
            _ => new Pick(AnyCondition(1), new Take(Site(), false), Percent(50) ? new Nothing() : new Variable(AnyItem())),
        };
        Local local = NewItem(nullable: way >= 5);
        if (way == 5)
        {
            // A variable of its own that a call fills.
            statements.Add(new Declare(local, new Nothing()));
            Local flag = NewLocal('f');
            statements.Add(new SetFlag(flag, new Taken(Site(), local), IsDeclaration: true));
            _scope.Flags.Add(flag);
            Owe(new Debt(local, Kind.Ref, Percent(60) ? new Flag(flag) : null, true));
            return;
        }

        statements.Add(new Declare(local, value));
        Owe(new Debt(local, Kind.Ref, null, way >= 5));
    }

    private void AddAcquire(List<Statement> statements, Place place)
    {
        Local local = AnyItem();
        if (Percent(30))
        {
            Kind kind = Percent(70) ? Kind.Ref : Kind.Pin;
            statements.Add(Operate(local, kind == Kind.Ref ? Operation.Get : Operation.Pin));
            Owe(new Debt(local, kind, null, _scope.Nullable.Contains(local)));
            return;
        }

        Form form = AnyForm();
        Kind kindOfForm = Forms.KindOf(form);
        switch (_random.Next(10))
        {
            case 0:
                statements.Add(new Ignore(Site(), local, form));
                Owe(new Debt(local, kindOfForm, null, false));
                break;
            case < 4 when !Forms.IsBool(form):
                Local number = NewLocal('r');
                statements.Add(new DeclareNumber(number, new Answer(Site(), local, form)));
                _scope.Numbers.Add((number, form));
                Owe(new Debt(local, kindOfForm, Success(number, form), false));
                break;
            case < 6:
                Condition value = TryAcquire(local, form);
                Local flag = NewLocal('f');
                bool negated = Percent(20);
                statements.Add(new SetFlag(flag, negated ? new Not(value) : Percent(20) ? new Both(AnySimple(), value) : value, IsDeclaration: true));
                _scope.Flags.Add(flag);
                Owe(new Debt(local, kindOfForm, negated ? new Not(new Flag(flag)) : new Flag(flag), false));
                break;
            case < 8 when place.Depth < MaxDepth && place.CanLeave:
                Block exit = ExitBlock(place);
                statements.Add(new If(new Not(TryAcquire(local, form)), exit, null));
                Owe(new Debt(local, kindOfForm, null, false));
                break;
            default:
                Condition test = TryAcquire(local, form);
                test = Percent(20) ? new Both(AnySimple(), test) : test;
                int debts = _scope.Debts.Count;
                Block then = MakeBlock(place, 3, _ => Owe(new Debt(local, kindOfForm, null, false)));
                if (_scope.Debts.Count > debts)
                {
                    // Still owed where the block ends: mostly that is the end of it.
                    List<Statement> paid = [.. then.Statements];
                    if (paid.Count == 0 || !IsJump(paid[^1]))
                    {
                        Pay(paid, _scope.Debts[^1]);
                    }

                    _scope.Debts.RemoveAt(_scope.Debts.Count - 1);
                    then = new Block([.. paid]);
                }

                statements.Add(new If(test, then, Percent(20) && _budget > 0 ? MakeBlock(place, 2) : null));
                break;
        }
    }

    private void AddUse(List<Statement> statements)
    {
        Local local = AnyItem();
        statements.Add(Operate(local, Percent(60) ? Operation.Read : Operation.Lend));
    }

    private void AddHold(List<Statement> statements)
    {
        Local flag = NewLocal('f');
        Local local = AnyItem();
        statements.Add(new SetFlag(flag, new Constant(false), IsDeclaration: true));
        _scope.Flags.Add(flag);
        statements.Add(new Hold(Site(), local, flag));
        Owe(new Debt(local, Kind.Ref, Percent(70) ? new Flag(flag) : null, false));
    }

    private void AddKeep(List<Statement> statements)
    {
        if (_scope.Debts.Count > 0)
        {
            Debt debt = Any(_scope.Debts);
            statements.Add(new Keep(debt.Local));
            _scope.Debts.RemoveAll(other => other.Local == debt.Local);
        }
    }

    private void AddAlias(List<Statement> statements)
    {
        Local source = AnyItem();
        switch (_random.Next(6))
        {
            case 0 or 1:
                statements.Add(new Declare(NewItem(_scope.Nullable.Contains(source)), new Variable(source)));
                Rename(source, _scope.Items[^1]);
                break;
            case 2:
                Local left = source, right = AnyItem();
                if (left != right && !_scope.ReadOnly.Contains(left) && !_scope.ReadOnly.Contains(right))
                {
                    statements.Add(new Swap(left, right));
                    if (_scope.Nullable.Contains(left) != _scope.Nullable.Contains(right))
                    {
                        _scope.Nullable.Add(left);
                        _scope.Nullable.Add(right);
                    }
                }

                break;
            case 3:
                Reference other = Percent(50) ? new Take(Site(), false) : new Variable(AnyItem());
                statements.Add(new Declare(NewItem(nullable: false), new Coalesce(source, other)));
                break;
            default:
                Local target = AnyItem();
                if (!_scope.ReadOnly.Contains(target) && target != source)
                {
                    bool clears = Percent(40);
                    statements.Add(new Assign(target, clears ? new Nothing() : Percent(30) ? new Find(Site()) : new Variable(source)));
                    _scope.Nullable.Add(target);
                }

                break;
        }
    }

    private void Rename(Local from, Local to)
    {
        for (int i = 0; i < _scope.Debts.Count; i++)
        {
            if (_scope.Debts[i].Local == from && Percent(50))
            {
                _scope.Debts[i] = _scope.Debts[i] with { Local = to };
            }
        }
    }

    private void Owe(Debt debt) => _scope.Debts.Add(debt);

    /// <summary>Gives up one reference; sometimes not quite as it should be.</summary>
    private void Pay(List<Statement> statements, Debt debt)
    {
        if (Percent(6))
        {
            return;
        }

        Kind kind = Percent(2) ? Kind.Ref : debt.Kind;
        Operation operation = kind == Kind.Pin ? Operation.Unpin : Percent(70) ? Operation.Put : Percent(80) ? Operation.Give : Operation.Close;
        var release = new Call(Site(), debt.Local, operation, debt.MayBeNull && debt.Guard is null && operation != Operation.Give);
        if (Percent(10))
        {
            statements.Add(Operate(debt.Local, Operation.Read));
        }

        statements.Add(debt.Guard is { } guard && Percent(95) ? new If(guard, new Block([release]), null)
            : debt.MayBeNull && Percent(20) ? new If(new NullTest(debt.Local, false, _random.Next(3)), new Block([release with { Conditional = false }]), null)
            : release);
        if (Percent(3))
        {
            statements.Add(Operate(debt.Local, AnyOperation()));
        }
    }

    private void PaySome(List<Statement> statements)
    {
        if (_scope.Debts.Count > 0)
        {
            Debt debt = Percent(60) ? _scope.Debts[^1] : Any(_scope.Debts);
            Pay(statements, debt);
            _scope.Debts.Remove(debt);
        }
    }

    /// <summary>What the variables of a block owe when it ends.</summary>
    private void PayOwn(List<Statement> statements, int firstItem)
    {
        for (int i = _scope.Debts.Count - 1; i >= 0; i--)
        {
            Debt debt = _scope.Debts[i];
            if (_scope.Items.IndexOf(debt.Local) >= firstItem)
            {
                Pay(statements, debt);
                _scope.Debts.RemoveAt(i);
            }
        }
    }

    private void PayAll(List<Statement> statements)
    {
        for (int i = _scope.Debts.Count - 1; i >= 0; i--)
        {
            if (Percent(95))
            {
                Pay(statements, _scope.Debts[i]);
            }
        }
    }
}
