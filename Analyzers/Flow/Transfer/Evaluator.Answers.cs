using System.Collections.Immutable;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>The answers of conditional calls: what they mean, and whether anybody asks for them.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Continues on the path if it exists.</summary>
    private bool Require(FlowState? state)
    {
        if (state is null)
        {
            _dead = true;
            return false;
        }

        _state = state;
        return true;
    }

    /// <summary>Whether the answer is one that makes the effect happen; forks where both are possible.</summary>
    private bool Fork(Value answer, RefCondition when) => ForkIfRoom(answer, when) ?? false;

    /// <summary><see langword="null"/>: there is no room for one more fork, and every claim was let go of.</summary>
    private bool? ForkIfRoom(Value answer, RefCondition when)
    {
        FlowState? holds = Conditions.AssumeAnswer(_state, answer, when, true);
        FlowState? fails = Conditions.AssumeAnswer(_state, answer, when, false);
        if (holds is null || fails is null)
        {
            Require(holds ?? fails);
            return holds is not null;
        }

        if (_choices.IsFull)
        {
            _state = Widening.LetGo(_state);
            return null;
        }

        bool taken = _choices.Take();
        _state = taken ? holds : fails;
        return taken;
    }

    /// <summary>The value is asked for, or handed to somebody who may ask: whatever answers are in it count as tested.</summary>
    private void TestAnswers(Value value) => _state = TestAnswers(_state, value);

    private FlowState TestAnswers(FlowState state, Value value)
    {
        _context.Answers.Ask(value);
        switch (value)
        {
            case CompoundValue compound:
                state = TestAnswers(state, compound.Left);
                return compound.Right is { } right ? TestAnswers(state, right) : state;
            case OpaqueValue:
                if (_context.Answers.Expects(value))
                {
                    state = WithTested(state, value);
                }

                // An out argument that is null on failure answers as well as the call does.
                return state.FactsOf(value) is { Nullness: Nullness.Null, Resource: { Pending.IsEmpty: false } nothing }
                    ? state.WithResource(value, nothing with { Pending = ImmutableArray<PendingAnswer>.Empty })
                    : state;
            default:
                return state;
        }
    }

    private FlowState WithTested(FlowState state, Value answer)
    {
        for (int i = 0; i < state.Facts.Count; i++)
        {
            if (state.Facts.ValueAt(i).Resource is { } resource && resource.Awaits(answer.Id))
            {
                state = state.WithResource(Values[state.Facts.KeyAt(i)], resource.WithTested(answer.Id));
            }
        }

        return state;
    }

    /// <summary>Nothing names the value: what it holds is lost.</summary>
    private void Drop(Value value)
    {
        if (!_dead && value is OpaqueValue)
        {
            CheckLost(value, LeakShape.Dropped, _context.SiteOf(value)!.Place);
            if (_state.Names.Find(_context.Names.Find(Name.Awaited(value.Id))) is { } awaited)
            {
                CheckLost(awaited, LeakShape.Dropped, _context.SiteOf(awaited)!.Place);
            }
        }
    }

    /// <summary>
    /// Of the answers that no name leads to any more only those are remembered that say that nothing was acquired: what is
    /// done to the object from here on was not decided by them.
    /// </summary>
    public FlowState ForgetUnreachableAnswers(FlowState state)
    {
        _state = state;
        for (int i = 0; i < state.Facts.Count; i++)
        {
            if (state.Facts.ValueAt(i).Resource is not { Pending.IsEmpty: false } resource)
            {
                continue;
            }

            Value subject = Values[state.Facts.KeyAt(i)];
            foreach (PendingAnswer pending in resource.Pending)
            {
                if (pending.Answer != 0 && pending.Answer != subject.Id && !IsNamed(Values[pending.Answer]) && _context.Activation?.IsOpen(pending.Answer) != true)
                {
                    resource = pending.Failed
                        ? resource with { Pending = resource.Pending.Replace(pending, pending with { Answer = 0 }) }
                        : resource.WithTested(pending.Answer);
                }
            }

            _state = _state.WithResource(subject, resource);
        }

        return _state;
    }

    /// <summary>
    /// The answer goes into something that the analysis cannot look through: what is decided by it from here on cannot be
    /// told, so nothing is said of what it answered for.
    /// </summary>
    private void GiveUpAnswered(Value value)
    {
        switch (value)
        {
            case CompoundValue compound:
                GiveUpAnswered(compound.Left);
                if (compound.Right is { } right)
                {
                    GiveUpAnswered(right);
                }

                break;
            case OpaqueValue when _context.Answers.Expects(value):
                _context.Answers.Ask(value);
                FlowState state = _state;
                for (int i = 0; i < state.Facts.Count; i++)
                {
                    if (state.Facts.ValueAt(i).Resource is { } resource && resource.Awaits(value.Id))
                    {
                        _state = _state.WithResource(Values[state.Facts.KeyAt(i)], resource.Escape());
                    }
                }

                break;
        }
    }

    /// <summary>The object is treated as if the acquire had succeeded; one mistake, one report.</summary>
    private void ReportUnchecked(Value subject, Resource resource, PendingAnswer failed)
    {
        Report(Unchecked(subject, resource, failed));
        _state = _state.WithResource(subject, resource.Escape());
    }

    private Finding Unchecked(Value subject, Resource resource, PendingAnswer failed)
    {
        Site site = _context.Sites[failed.Site];
        return new Finding(FindingKind.UncheckedAcquire, site.Place, subject, resource, failed.Kind, _state) { Member = site.Source };
    }

    private bool IsNamed(Value value)
    {
        for (int i = 0; i < _state.Names.Count; i++)
        {
            if (Reachability.Mentions(_state.Names.ValueAt(i), value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a trait test that went one way says of its object; <see langword="null"/> where that is known to be otherwise.</summary>
    private FlowState? AssumeTraits(FlowState state, Value condition, bool truth)
    {
        while (condition is CompoundValue { Operator: ValueOperator.Not } negation)
        {
            (condition, truth) = (negation.Left, !truth);
        }

        switch (condition)
        {
            case CompoundValue { Operator: ValueOperator.And } both when truth:
                return AssumeTraits(state, both.Left, true) is { } left ? AssumeTraits(left, both.Right!, true) : null;
            case CompoundValue { Operator: ValueOperator.Or } either when !truth:
                return AssumeTraits(state, either.Left, false) is { } first ? AssumeTraits(first, either.Right!, false) : null;

            // That nothing was found is a no.
            case CompoundValue { Operator: ValueOperator.Equal, Right: { } other } equal when equal.Left.IsNull || other.IsNull:
                (condition, truth) = (equal.Left.IsNull ? other : equal.Left, !truth);
                break;
        }

        if (!_context.TraitTests.TryGetValue(condition.Id, out var test))
        {
            return state;
        }

        Facts facts = state.FactsOf(test.Subject);
        return (truth ? facts.LackedTraits : facts.Traits).Contains(test.Trait)
            ? null
            : state.WithFacts(test.Subject, facts.WithTrait(test.Trait, truth));
    }
}
