using System;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary><c>[RefTest]</c>: a member that is true exactly while a reference of its kind is held.</summary>
internal sealed partial class Evaluator
{
    /// <summary>
    /// What the test answers: what is known of the object, or either. Of a parameter or field of which nothing is known,
    /// the answer decides it: one is held there, and may be given up, or none is.
    /// </summary>
    private Value TestReference(IOperation test, Value subject, string kind)
    {
        Value answer = NotNull(Fresh(test));
        if (_dead || ResourceFor(subject) is not { Escaped: false } resource || resource.SlotKind is { } slot && slot != kind)
        {
            return answer;
        }

        // Who asks for the reference has asked whether it was acquired.
        Holding holding = resource.HoldingOf(kind);
        _context.Answers.Ask(holding.Site);
        foreach (PendingAnswer pending in resource.Pending)
        {
            if (pending.Kind == kind)
            {
                _context.Answers.Ask(pending.Site);
            }
        }

        resource = resource with { Pending = resource.Pending.RemoveAll(pending => pending.Kind == kind) };

        bool isNone = holding.Max == 0 && resource is { SlotKind: null, Provenance: Provenance.Owned or Provenance.Created };
        bool isHeld = holding.Min > 0 || (!isNone && _choices.Take());
        _state = Conditions.Assume(_state, answer, isHeld) ?? _state;
        _state = _state.WithResource(subject, isHeld ? Held(resource, holding) : resource.With(holding with { Min = 0, Max = 0 }) with
        {
            SlotKind = null,
            Released = resource.Released || holding.Max > 0 || resource.SlotKind is not null,
        });
        return answer;
    }

    // What this body did not acquire stays where it is held; it is no leak of ours.
    private static Resource Held(Resource resource, Holding holding) => holding.Max > 0
        ? resource.With(holding with { Min = Math.Max(holding.Min, 1) })
        : resource with { SlotKind = holding.Kind, Guarded = true };
}
