using System.Collections.Generic;
using System.Linq;
using Devmap.Tests.Differential.Language;

namespace Devmap.Tests.Differential.Generation;

/// <summary>Conditions: a few inputs, asked for again and again, and what earlier calls answered.</summary>
internal sealed partial class Generator
{
    private static readonly string[] Operators = ["==", "!=", "<", "<=", ">", ">="];

    private Condition AnyCondition(int depth = 0)
    {
        if (depth < 2 && Percent(25))
        {
            return _random.Next(5) switch
            {
                0 => new Not(AnyCondition(depth + 1)),
                1 => new Both(AnyCondition(depth + 1), AnyCondition(depth + 1)),
                2 => new Either(AnyCondition(depth + 1), AnyCondition(depth + 1)),
                3 => new Same(AnySimple(), AnySimple(), Percent(50)),
                _ => new Choice(AnySimple(), AnySimple(), AnySimple()),
            };
        }

        return AnySimple();
    }

    private Condition AnySimple()
    {
        switch (_random.Next(12))
        {
            case 0 or 1 when _scope.Flags.Count > 0:
                return new Flag(Any(_scope.Flags));
            case 2 when _scope.Numbers.Count > 0:
                return AnyComparison();
            case 3:
                return new Comparison(new NumberInput(), Any(Operators), _random.Next(3));
            case 4 when _scope.Items.Any(_scope.Nullable.Contains):
                return new NullTest(Any(_scope.Items.FindAll(_scope.Nullable.Contains)), Percent(50), _random.Next(3));
            case 5:
                return new More();
            case 6 when Percent(30):
                return new NullTest(AnyItem(), Percent(50), _random.Next(3));
            case 7 when Percent(50):
                return TryAcquire(AnyItem(), AnyForm());
            default:
                return new Input(Any(Method.Inputs));
        }
    }

    private Condition TryAcquire(Local local, Form form) => new Acquired(Site(), local, form, _random.Next(4));

    private Comparison AnyComparison()
    {
        (Local local, Form form) = Any(_scope.Numbers);
        return form == Form.GetStatus
            ? new Comparison(new NumberLocal(local, form), Any(Operators[..2]), _random.Next(3))
            : new Comparison(new NumberLocal(local, form), Any(Operators), 0);
    }

    /// <summary>The condition under which the answer in the variable stands for success.</summary>
    private static Comparison Success(Local local, Form form) => form switch
    {
        Form.GetIfLive => new Comparison(new NumberLocal(local, form), "!=", 0),
        Form.GetCount => new Comparison(new NumberLocal(local, form), ">", 0),
        Form.GetSlot => new Comparison(new NumberLocal(local, form), ">=", 0),
        _ => new Comparison(new NumberLocal(local, form), "==", 0),
    };

    private void AddFlag(List<Statement> statements)
    {
        if (_scope.Flags.Count > 0 && Percent(30))
        {
            statements.Add(new SetFlag(Any(_scope.Flags), AnyCondition(), IsDeclaration: false));
            return;
        }

        Condition value = Percent(15) ? new Constant(Percent(50)) : AnyCondition();
        Local flag = NewLocal('f');
        statements.Add(new SetFlag(flag, value, IsDeclaration: true));
        _scope.Flags.Add(flag);
    }
}
