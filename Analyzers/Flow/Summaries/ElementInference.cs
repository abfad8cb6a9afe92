using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;

namespace Devmap.Analyzers.Flow.Summaries;

/// <summary>What a body does to one object of its caller, told from what is held at each of its exits.</summary>
internal sealed class ElementInference
{
    private readonly BodyContext _body;
    private readonly Func<BodyExit, Value?> _object;
    private readonly ImmutableArray<ExitAnswer> _answers;
    private readonly List<BodyExit> _normal = new();
    private readonly List<BodyExit> _thrown = new();

    /// <param name="body">The analysed body.</param>
    /// <param name="answers">What the body can tell its caller.</param>
    /// <param name="object">The object at an exit; <see langword="null"/> where there is none.</param>
    public ElementInference(BodyContext body, ImmutableArray<ExitAnswer> answers, Func<BodyExit, Value?> @object)
    {
        _body = body;
        _answers = answers;
        _object = @object;
        foreach (BodyExit exit in body.Exits)
        {
            // What is done to null is done to nobody.
            if (@object(exit) is { } value && !IsNull(exit.State, value))
            {
                (exit.IsThrown ? _thrown : _normal).Add(exit);
            }
        }
    }

    /// <summary>The contract that the body keeps; <see cref="ElementContract.None"/> where no contract says it.</summary>
    public ElementContract Infer()
    {
        if (_normal.Exists(IsLost) || (IsKept(out string? keeper) && keeper is null))
        {
            return ElementContract.None;
        }

        // That no kind at all is mentioned is a promise, too: the object is left alone and not kept.
        var effects = ImmutableArray.CreateBuilder<RefEffect>();
        var onThrow = _thrown.Exists(IsLost) ? ThrowBehavior.Unknown : ThrowBehavior.AsStated;
        foreach (string kind in Kinds())
        {
            if (EffectOf(kind, out int times) is not { } effect)
            {
                return ElementContract.None;
            }

            effect = effect with { Keeper = effect.Acquires ? null : keeper };
            for (int i = 0; i < times; i++)
            {
                effects.Add(effect);
            }

            bool isCertain = !effect.Acquires && effect.When == RefCondition.Always;
            onThrow = Combine(onThrow, BehaviorOnThrow(kind, isCertain ? -times : 0));
        }

        return new ElementContract { Effects = effects.ToImmutable(), OnThrow = onThrow };
    }

    /// <summary>Whether the body does anything to the object, even if no contract says what.</summary>
    public bool IsTouched() => Kinds().Count > 0 || _normal.Exists(exit => exit.State.ResourceOf(_object(exit)!) is { Released: true });

    private static bool IsNull(FlowState state, Value value) => value.IsNull || state.FactsOf(value).Nullness == Nullness.Null;

    private static ThrowBehavior Combine(ThrowBehavior left, ThrowBehavior right) =>
        left == right ? left
        : left == ThrowBehavior.AsStated ? right
        : right == ThrowBehavior.AsStated ? left
        : ThrowBehavior.Unknown;

    /// <summary>Nobody can tell what became of the object, or what did is a mistake of the body and has been reported as one.</summary>
    private bool IsLost(BodyExit exit) =>
        CountChange.Of(exit.State, _object(exit)!, RefEffect.DefaultKind, 0) is null
        || exit.State.ResourceOf(_object(exit)!) is { Provenance: Provenance.Lent, Holdings.IsEmpty: false };

    /// <summary>The effect that explains every normal exit, and how often it happens; <see langword="null"/>: none does.</summary>
    private RefEffect? EffectOf(string kind, out int times)
    {
        times = 0;
        int change = 0;
        bool same = true;
        var changes = new List<int>(_normal.Count);
        foreach (BodyExit exit in _normal)
        {
            if (CountChange.Of(exit.State, _object(exit)!, kind, 0) is not { IsExact: true } found)
            {
                return null;
            }

            if (found.Min != 0 && change != 0 && found.Min != change)
            {
                return null;
            }

            same &= changes.Count == 0 || changes[0] == found.Min;
            change = found.Min != 0 ? found.Min : change;
            changes.Add(found.Min);
        }

        times = Math.Abs(change);
        var effect = new RefEffect { Acquires = change > 0, Kind = kind };
        if (change < 0)
        {
            effect = WithManner(effect);
        }

        return same ? effect : Condition(effect, changes);
    }

    private RefEffect? Condition(RefEffect effect, List<int> changes)
    {
        foreach (ExitAnswer answer in _answers)
        {
            bool separates = true;
            for (int i = 0; i < changes.Count && separates; i++)
            {
                separates = answer.IsGivenBy(_normal[i], _body) == (changes[i] != 0);
            }

            if (separates)
            {
                return effect with { When = answer.When, WhenParameter = answer.Parameter?.Name };
            }
        }

        return null;
    }

    // Idempotent, or the end of all references, if it is that on every path that gives anything up.
    private RefEffect WithManner(RefEffect effect)
    {
        bool idempotent = true, all = true;
        foreach (BodyExit exit in _normal)
        {
            if (exit.State.ResourceOf(_object(exit)!)?.HoldingOf(effect.Kind) is { Max: < 0 } owing)
            {
                idempotent &= owing.IsIdempotent;
                all &= owing.EndsAll;
            }
        }

        return effect with { Idempotent = idempotent, All = all };
    }

    private ThrowBehavior BehaviorOnThrow(string kind, int stated)
    {
        bool asStated = true, nothing = true;
        foreach (BodyExit exit in _thrown)
        {
            CountChange? change = CountChange.Of(exit.State, _object(exit)!, kind, 0);
            asStated &= change is { IsExact: true } given && given.Min == stated;
            nothing &= change is { Min: 0, Max: 0 };
        }

        return asStated ? ThrowBehavior.AsStated : nothing ? ThrowBehavior.Nothing : ThrowBehavior.Unknown;
    }

    /// <summary>Whether a slot holds the object at an exit, and whose: <c>this</c>, or <see langword="null"/> where it is another's.</summary>
    private bool IsKept(out string? keeper)
    {
        keeper = null;
        bool kept = false, byThis = true;
        foreach (BodyExit exit in _normal)
        {
            Value value = _object(exit)!;
            if (exit.State.ResourceOf(value) is { SlotKind: not null, Escaped: false, Provenance: not Provenance.OwnedSlot })
            {
                kept = true;
                byThis &= IsInSlotOfThis(exit.State, value);
            }
            else if (exit.State.ResourceOf(value) is { Released: true })
            {
                byThis = false;
            }
        }

        keeper = kept && byThis ? "this" : null;
        return kept;
    }

    private bool IsInSlotOfThis(FlowState state, Value value)
    {
        for (int i = 0; i < state.Names.Count; i++)
        {
            if (state.Names.ValueAt(i) == value && _body.Names[state.Names.KeyAt(i)] is { Symbol: not null } name && name.Receiver == _body.ThisValue.Id)
            {
                return true;
            }
        }

        return false;
    }

    private SortedSet<string> Kinds()
    {
        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        foreach (List<BodyExit> exits in new[] { _normal, _thrown })
        {
            foreach (BodyExit exit in exits)
            {
                if (exit.State.ResourceOf(_object(exit)!) is { } resource)
                {
                    foreach (Holding holding in resource.Holdings)
                    {
                        kinds.Add(holding.Kind);
                    }
                }
            }
        }

        return kinds;
    }
}
