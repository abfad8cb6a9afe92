using System;
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
        switch (value)
        {
            case CompoundValue compound:
                state = TestAnswers(state, compound.Left);
                return compound.Right is { } right ? TestAnswers(state, right) : state;
            case OpaqueValue when _context.Answers.Contains(value.Id):
                for (int i = 0; i < state.Facts.Count; i++)
                {
                    if (state.Facts.ValueAt(i).Resource is { } resource && IsAnswerOf(resource, value.Id))
                    {
                        state = state.WithFacts(state.Facts.With(
                            state.Facts.KeyAt(i),
                            state.Facts.ValueAt(i) with { Resource = resource.WithTested(value.Id).Settle() }));
                    }
                }

                return state;
            default:
                return state;
        }
    }

    /// <summary>Nothing names the value any more: if it was the answer of a conditional acquire, nobody will ever ask.</summary>
    private void DropAnswer(Value value)
    {
        if (_dead || value is not OpaqueValue)
        {
            return;
        }

        if (_state.Names.Find(_context.Names.Find(Name.Awaited(value.Id))) is { } awaited)
        {
            DropAnswer(awaited);
        }

        if (_context.Answers.Contains(value.Id))
        {
            IgnoreAnswers(answer => answer == value.Id);
        }

        CheckLost(value, LeakShape.Dropped, _context.SiteOf(value)!.Place);
    }

    /// <summary>The answers that no name leads to any more were ignored.</summary>
    public FlowState? DropUnreachableAnswers(FlowState state)
    {
        _state = state;
        _dead = false;
        IgnoreAnswers(answer => !IsNamed(Values[answer]));
        return _dead ? null : _state;
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
            case OpaqueValue when _context.Answers.Contains(value.Id):
                FlowState state = _state;
                for (int i = 0; i < state.Facts.Count; i++)
                {
                    if (state.Facts.ValueAt(i).Resource is { } resource && IsAnswerOf(resource, value.Id))
                    {
                        _state = _state.WithResource(Values[state.Facts.KeyAt(i)], resource.Escape());
                    }
                }

                break;
        }
    }

    private static bool IsAnswerOf(Resource resource, int value)
    {
        foreach (Holding holding in resource.Holdings)
        {
            if (holding.UntestedAnswer == value)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Nobody will ask for these answers: where one means that nothing was acquired, that is an unchecked acquire.</summary>
    private void IgnoreAnswers(Func<int, bool> isIgnored)
    {
        if (_context.Answers.IsEmpty)
        {
            return;
        }

        FlowState state = _state;
        for (int i = 0; i < state.Facts.Count; i++)
        {
            if (state.Facts.ValueAt(i).Resource is not { } resource)
            {
                continue;
            }

            Value subject = Values[state.Facts.KeyAt(i)];
            foreach (Holding holding in resource.Holdings)
            {
                if (holding.UntestedAnswer == 0 || !isIgnored(holding.UntestedAnswer))
                {
                    continue;
                }

                // An out argument that is null on failure answers for itself as long as it has a name.
                if (holding.Failed && holding.UntestedAnswer != subject.Id && _state.FactsOf(subject).Nullness == Nullness.Null && IsNamed(subject))
                {
                    _context.Answers.Add(subject.Id);
                    _state = _state.WithResource(subject, resource.With(holding with { UntestedAnswer = subject.Id }));
                    continue;
                }

                // An object that is its own answer is dropped as a whole: a leak, not an unchecked acquire.
                if (holding.Failed && holding.UntestedAnswer != subject.Id)
                {
                    // Reported; what follows would only say the same again.
                    ReportUnchecked(subject, resource, holding);
                    _dead = true;
                    return;
                }

                _state = TestAnswers(_state, Values[holding.UntestedAnswer]);
            }
        }
    }

    private void ReportUnchecked(Value subject, Resource resource, Holding holding)
    {
        Site site = _context.Sites[holding.AskedSite];
        Report(new Finding(FindingKind.UncheckedAcquire, site.Place, subject, resource, holding.Kind, _state) { Member = site.Source });
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
