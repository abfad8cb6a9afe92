using System;
using Devmap.Tests.Differential.Language;

namespace Devmap.Tests.Differential.Execution;

/// <summary>Calls and expressions.</summary>
internal sealed partial class Interpreter
{
    private void Run(Call call)
    {
        ItemValue value = _items[call.Target.Index];
        switch (call.Operation)
        {
            case Operation.Give:
                if (value.Item is { IsNull: not true } given)
                {
                    _judge.Release(given, Kind.Ref, call.Site, idempotent: false);
                }

                Tell(value);
                return;
            case Operation.Lend:
                if (value.Item is { IsNull: not true } lent)
                {
                    _judge.Use(lent, call.Site);
                }

                if (!Throws())
                {
                    Tell(value);
                }

                return;
        }

        if ((call.Conditional && TestNull(value)) || Dereference(call.Target) is not { } item)
        {
            return;
        }

        switch (call.Operation)
        {
            case Operation.Get:
                _judge.Acquire(item, Kind.Ref, call.Site, conditional: false);
                break;
            case Operation.Pin:
                _judge.Acquire(item, Kind.Pin, call.Site, conditional: false);
                break;
            case Operation.Put:
                _judge.Release(item, Kind.Ref, call.Site, idempotent: false);
                break;
            case Operation.Close:
                _judge.Release(item, Kind.Ref, call.Site, idempotent: true);
                break;
            case Operation.Unpin:
                _judge.Release(item, Kind.Pin, call.Site, idempotent: false);
                break;
            default:
                _judge.Use(item, call.Site);
                Throws();
                break;
        }
    }

    private void Run(Hold hold)
    {
        if (Dereference(hold.Target) is { } item)
        {
            bool throws = Throws();
            _scalars[hold.Flag.Index] = Scalar.Of(!throws);
            if (!throws)
            {
                _judge.Acquire(item, Kind.Ref, hold.Site, conditional: false);
            }
        }
    }

    /// <summary>Others may hold or release it from here on.</summary>
    private void Release(ItemValue value)
    {
        Tell(value);
        if (value.Item is { } item)
        {
            item.IsJudged = false;
        }
    }

    private void Tell(ItemValue value)
    {
        if (value.Attempt is { } attempt)
        {
            _judge.Ask(attempt);
        }
    }

    private ItemValue Evaluate(Reference reference)
    {
        switch (reference)
        {
            case Variable variable:
                return _items[variable.Local.Index];
            case Nothing:
                return default;
            case Take take:
                if (Throws())
                {
                    return default;
                }

                Counted taken = New(Origin.Owned);
                taken.IsNull = take.IsCreation ? false : null;
                taken.Add(Kind.Ref, take.Site);
                return new ItemValue(taken, null);
            case Find find:
                return Find(find.Site);
            case Coalesce coalesce:
                ItemValue left = _items[coalesce.Left.Index];
                return TestNull(left) ? Evaluate(coalesce.Right) : left;
            case Pick pick:
                bool test = Test(pick.Test);
                return _signal != Signal.None ? default : Evaluate(test ? pick.Then : pick.Else);
            default:
                throw new NotSupportedException(reference.GetType().Name);
        }
    }

    private ItemValue Find(int site)
    {
        if (Throws())
        {
            return default;
        }

        if (_choices.Take(2) == 1)
        {
            return new ItemValue(null, new Attempt(site, Kind.Ref));
        }

        Counted found = New(Origin.Owned);
        found.IsNull = false;
        found.Add(Kind.Ref, site);
        return new ItemValue(found, null);
    }

    /// <summary>Decides something by the condition.</summary>
    private bool Test(Condition condition)
    {
        Scalar value = Evaluate(condition);
        Ask(value);
        return value.IsTrue;
    }

    private Scalar Evaluate(Condition condition)
    {
        switch (condition)
        {
            case Input input:
                return Scalar.Of(Input(input.Name[0] - 'a', 2) == 1);
            case Flag flag:
                return _scalars[flag.Local.Index];
            case Constant constant:
                return Scalar.Of(constant.Value);
            case More:
                return Throws() ? default : Scalar.Of(_choices.Take(2) == 1);
            case Not not:
                Scalar operand = Evaluate(not.Operand);
                return Scalar.Of(!operand.IsTrue, operand);
            case Both both:
                return Test(both.Left) && _signal == Signal.None ? Evaluate(both.Right) : Scalar.Of(false);
            case Either either:
                return Test(either.Left) || _signal != Signal.None ? Scalar.Of(true) : Evaluate(either.Right);
            case Same same:
                Scalar left = Evaluate(same.Left);
                if (_signal != Signal.None)
                {
                    return default;
                }

                Scalar right = Evaluate(same.Right);
                return Scalar.Of((left.IsTrue == right.IsTrue) == same.Equal, left, right);
            case Choice choice:
                bool test = Test(choice.Test);
                return _signal != Signal.None ? default : Evaluate(test ? choice.Then : choice.Else);
            case Comparison comparison:
                Scalar number = Evaluate(comparison.Left);
                return Scalar.Of(Compare(number.Number, comparison.Operator, comparison.Right), number);
            case NullTest nullTest:
                ItemValue tested = _items[nullTest.Local.Index];
                return new Scalar(IsNull(tested) == nullTest.IsNull ? 1 : 0, tested.Attempt is { } attempt ? [attempt] : null);
            case Acquired acquired:
                return Attempt(acquired.Site, acquired.Target, acquired.Form) is { } answer
                    ? Scalar.Of(Succeeds(acquired.Form, answer.Number), answer)
                    : default;
            case Taken taken:
                return Take(taken);
            default:
                throw new NotSupportedException(condition.GetType().Name);
        }
    }

    private Scalar Take(Taken taken)
    {
        if (Throws())
        {
            return default;
        }

        var attempt = new Attempt(taken.Site, Kind.Ref);
        bool succeeds = _choices.Take(2) == 0;
        if (succeeds)
        {
            Counted item = New(Origin.Owned);
            item.Add(Kind.Ref, taken.Site);
            Name(taken.Target, new ItemValue(item, attempt));
        }
        else
        {
            Name(taken.Target, new ItemValue(null, attempt));
        }

        return new Scalar(succeeds ? 1 : 0, [attempt]);
    }

    private Scalar Evaluate(Number number) => number switch
    {
        NumberInput => new Scalar(InputNumber, null),
        NumberLocal local => _scalars[local.Local.Index],
        Answer answer => Attempt(answer.Site, answer.Target, answer.Form) ?? default,
        _ => throw new NotSupportedException(number.GetType().Name),
    };

    /// <summary>A conditional acquire: what it answers is part of what tells executions apart.</summary>
    private Scalar? Attempt(int site, Local target, Form form)
    {
        if (Dereference(target) is not { } item)
        {
            return null;
        }

        (int answer, bool succeeds)[] answers = Forms.Answers(form);
        (int number, bool success) = answers[_choices.Take(answers.Length)];
        var attempt = new Attempt(site, Forms.KindOf(form));
        if (success)
        {
            _judge.Acquire(item, attempt.Kind, site, conditional: true);
        }
        else
        {
            _judge.Fail(attempt, item);
        }

        return new Scalar(number, [attempt]);
    }

    private static bool Succeeds(Form form, int answer) => Array.Find(Forms.Answers(form), known => known.Answer == answer).Succeeds;

    private static bool Compare(int left, string @operator, int right) => @operator switch
    {
        "==" => left == right,
        "!=" => left != right,
        "<" => left < right,
        "<=" => left <= right,
        ">" => left > right,
        _ => left >= right,
    };
}
