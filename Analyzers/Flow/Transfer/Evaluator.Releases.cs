using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>A release: of what is held here, of what a slot holds, of what the caller holds, or of nothing.</summary>
internal sealed partial class Evaluator
{
    private void Release(Call call, RefEffect effect, Value target, IParameterSymbol? parameter)
    {
        // Giving up null gives up nothing.
        if (target is ConstantValue || _state.FactsOf(target).Nullness == Nullness.Null || ResourceFor(target) is not { Escaped: false } resource)
        {
            return;
        }

        ReleasePart(call, effect, target, resource);
        Holding holding = resource.HoldingOf(effect.Kind);
        if (ReleasesNone(call, effect, target, resource) || !ReleaseBatch(call, effect, target, resource, holding))
        {
            return;
        }

        if (Times(call, effect, target, null, out _) is not { } times)
        {
            Escape(target);
            return;
        }

        if (holding.Max > 0)
        {
            CheckLender(call, effect, target, resource, holding, parameter);
            EndRange(target, resource, holding);
            bool tooMany = times > holding.Max;
            for (int i = 0; i < times; i++)
            {
                holding = holding.Less();
            }

            Holding left = effect.All ? holding with { Min = 0, Max = 0 } : holding;
            Resource released = resource.With(left) with { Released = true };
            if (resource.WrongRelease is { } wrong)
            {
                _context.Findings.FollowedByRightRelease(wrong);
                released = released with { WrongRelease = null };
            }

            _context.Findings.Pass(FindingKind.OverRelease, call.Place);
            PassLeak(call, resource, holding.Site, isNone: left.Max == 0);

            _state = _state.WithResource(target, Keep(call, effect, released));
            _state = _state.WithStep(new Step(StepKind.Released, call.Place, target.Id, call.Member, effect.Kind));
            if (tooMany && !effect.All && !effect.Idempotent)
            {
                ReleaseTooOften(call, effect, target, released, parameter);
            }

            return;
        }

        if (resource.SlotKind == effect.Kind)
        {
            ReleaseElement(target, resource);
            bool dangles = _context.MayRunAgain && !effect.Idempotent && !effect.All && !resource.Guarded && NamingSlot(target) is { } slot && !IsFlagCleared(slot) && !AsksWhetherHeld(target, effect.Kind);
            _state = _state.WithResource(target, Keep(call, effect, resource with { SlotKind = null, Released = true, Dangles = dangles }));
            _state = _state.WithStep(new Step(StepKind.Released, call.Place, target.Id, call.Member, effect.Kind));
            return;
        }

        if (resource.CountsForCaller)
        {
            Owe(call, effect, target, resource, times);
            return;
        }

        if (effect.Idempotent || effect.All)
        {
            return;
        }

        if (resource.Unchecked(effect.Kind) is { } failed)
        {
            ReportUnchecked(target, resource, failed);
            return;
        }

        if (resource.MayBeHeld)
        {
            ReleaseOtherKind(call, effect, target, resource, parameter);
            return;
        }

        ReleaseTooOften(call, effect, target, resource, parameter);
    }

    /// <summary>Given up: that it was taken at the site is no leak on this path, and where a loop took it, maybe on none.</summary>
    private void PassLeak(Call call, Resource resource, int taken, bool isNone)
    {
        if (taken == 0)
        {
            return;
        }

        Site site = _context.Sites[taken];
        if (isNone)
        {
            _context.Findings.Pass(FindingKind.Leak, site.Place);
        }

        Loop? loop = _context.Loops.Around(_block);
        if (resource.CountedInLoop && (site.Body != _context || loop != _context.Loops.Around(site.Block)))
        {
            bool isRepeated = site.Body != _context || loop?.Blocks.Contains(site.Block) == false;
            _context.Findings.PassOutsideLoop(site.Place, call.Place, isRepeated);
        }
    }

    /// <summary>A helper gives up what its caller holds: no mistake of its own, and no secret to its caller.</summary>
    private void Owe(Call call, RefEffect effect, Value target, Resource resource, int times)
    {
        Holding? holding = resource.HoldingOf(effect.Kind);
        for (int i = 0; i < times && holding is not null; i++)
        {
            holding = holding.Owe(effect.Idempotent, effect.All);
        }

        _state = _state.WithResource(target, holding is null ? resource.Escape() : resource.With(holding) with { Released = true });
        _state = _state.WithStep(new Step(StepKind.Released, call.Place, target.Id, call.Member, effect.Kind));
    }

    private void ReleaseTooOften(Call call, RefEffect effect, Value target, Resource resource, IParameterSymbol? parameter)
    {
        bool isSignal = effect.Kind == RefEffect.PermitKind && resource.Provenance == Provenance.Lent && !WasTaken(target);
        if (!isSignal && CanTellOverRelease(target, resource))
        {
            Report(new Finding(FindingKind.OverRelease, call.Place, target, resource, effect.Kind, _state) { Member = call.Member, Parameter = parameter });
        }

        _state = _state.WithResource(target, resource.Escape());
    }

    /// <summary>Whether the path that is told has ever taken a reference on the object.</summary>
    private bool WasTaken(Value target)
    {
        for (Trace? trace = _state.Trace; trace is not null; trace = trace.Previous)
        {
            if (trace.Step.Kind == StepKind.Acquired && trace.Step.Subject == target.Id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>With <c>[KeptBy]</c> the object lives on, borrowed from its keeper.</summary>
    private Resource Keep(Call call, RefEffect effect, Resource resource)
    {
        if (effect.Keeper is not { } keeper)
        {
            // A wrapper that took it over may hand it back: it is remembered who has it.
            return call.Operation is IObjectCreationOperation && !resource.MayBeHeld ? resource with { Lender = call.Result?.Id ?? 0 } : resource;
        }

        int lender = AliasSource(call, keeper)?.Id ?? 0;
        return resource.MayBeHeld ? resource : resource with { Provenance = Provenance.Borrowed, Lender = lender, Released = false };
    }

    private bool CanTellOverRelease(Value target, Resource resource) => resource switch
    {
        { CountedInLoop: true } => false,
        { Provenance: Provenance.Lent } => target != _context.ThisValue,
        { Provenance: Provenance.Owned or Provenance.Consumed or Provenance.Borrowed or Provenance.BorrowedSlot or Provenance.Uncounted } => true,

        // The slot's own reference is gone; what else others hold through it is not known.
        { Provenance: Provenance.OwnedSlot } => resource.Released,
        _ => false,
    };
}
