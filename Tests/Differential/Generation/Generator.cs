using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Devmap.Tests.Differential.Language;

namespace Devmap.Tests.Differential.Generation;

/// <summary>
/// Makes random methods, the same for the same seed. Most of what they take they give up again, in one of the ways of real
/// code; now and then they forget to, or do so twice, or under the wrong condition.
/// </summary>
internal sealed partial class Generator
{
    private const int MaxDepth = 4;

    private readonly Random _random;
    private readonly bool _loops;
    private readonly Scope _scope = new();
    private Result _result;
    private int _budget;
    private int _locals = Method.FirstLocal;
    private int _sites = Method.ConsumedSite + 1;
    private int _labels;
    private bool _hasLoops;

    private Generator(int seed, bool loops)
    {
        _random = new Random(seed);
        _loops = loops;
    }

    public static Method Generate(int seed, bool loops) => new Generator(seed, loops).Generate();

    private Method Generate()
    {
        _budget = 3 + _random.Next(12);
        _result = Percent(60) ? Result.Nothing : Percent(50) ? Result.Item : Result.Bool;
        bool consumes = Percent(20);
        _scope.Items.AddRange([Method.Lent, Method.Other, Method.Mine]);
        if (consumes)
        {
            _scope.Debts.Add(new Debt(Method.Mine, Kind.Ref, null, false));
        }

        List<Statement> statements = [];
        Fill(statements, Place.Body, 3 + _random.Next(6));
        if (statements.Count == 0 || !IsJump(statements[^1]))
        {
            Leave(statements, Place.Body);
        }

        return new Method(_result, consumes, new Block([.. statements]), _locals, _hasLoops);
    }

    private Block MakeBlock(Place place, int most, Action<List<Statement>>? first = null)
    {
        var mark = _scope.Mark();
        List<Statement> statements = [];
        first?.Invoke(statements);
        Fill(statements, place.Inner, 1 + _random.Next(most));
        if (statements.Count == 0 || !IsJump(statements[^1]))
        {
            PayOwn(statements, mark.Items);
        }

        _scope.Return(mark);
        return new Block([.. statements]);
    }

    private void Fill(List<Statement> statements, Place place, int most)
    {
        for (int i = 0; i < most && _budget > 0; i++)
        {
            _budget--;
            AddStatement(statements, place);
            if (statements.Count > 0 && IsJump(statements[^1]))
            {
                return;
            }
        }
    }

    private static bool IsJump(Statement statement) => statement is Return or Throw or Rethrow or Break or Continue or Goto;

    private void AddStatement(List<Statement> statements, Place place)
    {
        bool deep = place.Depth >= MaxDepth;
        switch (_random.Next(deep ? 50 : 100))
        {
            case < 8:
                AddOwned(statements);
                break;
            case < 18:
                AddAcquire(statements, place);
                break;
            case < 24:
                AddUse(statements);
                break;
            case < 27:
                statements.Add(Operate(AnyItem(), AnyOperation()));
                break;
            case < 32:
                AddAlias(statements);
                break;
            case < 37:
                AddFlag(statements);
                break;
            case < 38:
                AddKeep(statements);
                break;
            case < 45:
                PaySome(statements);
                break;
            case < 46:
                AddHold(statements);
                break;
            case < 50:
                AddExit(statements, place);
                break;
            case < 60:
                AddIf(statements, place);
                break;
            case < 72:
                AddEarlyExit(statements, place);
                break;
            case < 80:
                AddTry(statements, place);
                break;
            case < 83:
                AddUsing(statements, place);
                break;
            case < 86:
                AddSwitch(statements, place);
                break;
            case < 88:
                AddLabelled(statements, place);
                break;
            case < 90:
                AddFound(statements, place);
                break;
            default:
                if (_loops)
                {
                    AddLoop(statements, place);
                }
                else
                {
                    AddIf(statements, place);
                }

                break;
        }
    }

    private bool Percent(int percent) => _random.Next(100) < percent;

    private T Any<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

    private int Site() => _sites++;

    private Local NewLocal(char prefix) => new(_locals, prefix + (_locals++).ToString(System.Globalization.CultureInfo.InvariantCulture));

    private Local NewItem(bool nullable)
    {
        Local local = NewLocal('v');
        _scope.Items.Add(local);
        if (nullable)
        {
            _scope.Nullable.Add(local);
        }

        return local;
    }

    // What came last is what code works with.
    private Local AnyItem() => Percent(60) ? _scope.Items[^1] : Any(_scope.Items);

    private Operation AnyOperation() => (Operation)_random.Next(8);

    private Call Operate(Local local, Operation operation) => new(
        Site(),
        local,
        operation,
        operation is not (Operation.Give or Operation.Lend) && (_scope.Nullable.Contains(local) ? Percent(85) : Percent(4)));

    private Form AnyForm() => Percent(40) ? Form.TryGet : Any(Enum.GetValues<Form>());
}
