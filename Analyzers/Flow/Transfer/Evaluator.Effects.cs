using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>What a contract does to the count of an object: which effects happen, and what an acquire makes of it.</summary>
internal sealed partial class Evaluator
{
    /// <summary>The effects of a call, releases first: what is handed over is gone before the result is there.</summary>
    private void ApplyEffects(Call call, Value result, Value answer)
    {
        if (call.Contract.Receiver.IsUnknown && call.Receiver is { } touched)
        {
            Escape(touched);
        }

        foreach (bool acquires in stackalloc[] { false, true })
        {
            if (ReceiverTarget(call, result) is { } receiver)
            {
                ApplyEffects(call, call.Contract.Receiver, receiver, null, acquires, answer);
            }

            foreach (CallArgument argument in call.Arguments)
            {
                if (argument.Parameter is not null && !_dead)
                {
                    Value target = argument.IsWritten ? Current(argument) : argument.Value;
                    ApplyEffects(call, call.Contract.Parameter(argument.Parameter.Ordinal), target, argument.Parameter, acquires, answer);
                }
            }

            ApplyEffects(call, call.Contract.Return, answer, null, acquires, answer);
        }

        if (call.Receiver is not null)
        {
            KeepAlive(call, call.Contract.Receiver, call.Receiver, answer);
        }

        foreach (CallArgument argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                KeepAlive(call, call.Contract.Parameter(parameter.Ordinal), argument.Value, answer);
            }
        }
    }

    private Value? ReceiverTarget(Call call, Value result)
    {
        if (call.Operation is IObjectCreationOperation)
        {
            return result;
        }

        if (call.Receiver is not null || !call.Member.IsStatic || call.Contract.Receiver.Effects.IsEmpty)
        {
            return call.Receiver;
        }

        // A static member counts on its type.
        Site site = _context.Sites.Of(call.Member.ContainingType, call.Place);
        site.Source = call.Member.ContainingType;
        site.Provenance = BodyShape.IsPublic(_context.Owner) ? Provenance.Lent : Provenance.HelperArgument;
        return Values.Opaque(site.Id, 0, null);
    }

    /// <summary>What a ref or out argument names after the call.</summary>
    private Value Current(CallArgument argument) => argument.Operation switch
    {
        IDeclarationExpressionOperation declaration => Visit(declaration.Expression),
        IDiscardOperation => _state.Names.Find(DiscardName(argument.Parameter!)) ?? argument.Value,
        _ => Visit(argument.Operation),
    };

    private void ApplyEffects(Call call, ElementContract contract, Value element, IParameterSymbol? parameter, bool acquires, Value answer)
    {
        foreach (RefEffect effect in contract.Effects)
        {
            if (_dead || effect.Acquires != acquires)
            {
                continue;
            }

            Value? asked = effect.WhenParameter is null ? answer : call.Argument(effect.WhenParameter) is { } flag ? Current(flag) : null;
            if (effect.When == RefCondition.True && InfiniteWait.Is(call))
            {
                // Nobody has to ask what can only be answered in one way.
                Require(asked is null ? _state : Conditions.AssumeAnswer(_state, asked, effect.When, true));
                asked = null;
            }

            bool? happens = true;
            if (effect.When != RefCondition.Always && asked is not null)
            {
                bool vouched = effect.When == RefCondition.NotNull && asked == element && CallTarget.IsForgiven(call.Operation);
                happens = effect.ThrowsOtherwise || vouched ? Require(Conditions.AssumeAnswer(_state, asked, effect.When, true)) : ForkIfRoom(asked, effect.When);
            }

            if (_dead)
            {
                return;
            }

            if (TargetOf(call, effect, element, parameter) is not { } target)
            {
                continue;
            }

            if (happens is null)
            {
                Escape(target);
            }
            else if (effect.Acquires)
            {
                // Whether a carrier is there is asked of the carrier.
                Acquire(call, effect, target, effect.Member is not null && asked == element ? null : asked, happens.Value);
            }
            else if (happens.Value)
            {
                Release(call, effect, target, parameter);
            }
        }
    }

    private void Acquire(Call call, RefEffect effect, Value target, Value? answer, bool happens)
    {
        if (happens)
        {
            ForgetUnheldElements(target);
        }

        if (target is ConstantValue || ResourceFor(target) is not { Escaped: false } resource)
        {
            return;
        }

        if ((resource.IsDead || IsLenderDead(resource)) && effect.IsUnconditional)
        {
            // To take a reference needs one: nothing that is dead comes back to life.
            Report(new Finding(FindingKind.UseAfterRelease, call.Place, target, resource, effect.Kind, _state) { Member = call.Member });
            _state = _state.WithResource(target, resource.Escape());
            return;
        }

        Site site = SiteOf(call);
        // What a helper answers with may mean more than whether it acquired; that it found nothing means that.
        bool waits = !effect.IsUnconditional && (!call.Contract.IsInferred || effect.When == RefCondition.NotNull) && answer is OpaqueValue;
        if (waits)
        {
            resource = resource.With(new PendingAnswer(answer!.Id, site.Id, effect.Kind, !happens));
            _context.Answers.Expect(answer, site.Id);
        }

        int? times = Times(call, effect, target, answer, out Value? batch);
        if (batch is not null && !TakesAny(call, effect, batch, happens) && happens)
        {
            return;
        }

        if (!happens)
        {
            bool isNew = resource.Provenance == Provenance.Owned && !resource.Released && !resource.MayBeHeld;
            _state = _state.WithResource(target, resource);
            if (isNew && _state.FactsOf(target).Nullness != Nullness.Null)
            {
                // A failed call hands nothing out.
                _state = _state.WithFacts(target, _state.FactsOf(target) with { Nullness = Nullness.Null });
            }

            _state = _state.WithStep(new Step(StepKind.AcquireFailed, call.Place, target.Id, call.Member, effect.Kind));
            if (waits && !isNew)
            {
                Finding failed = Unchecked(target, resource, resource.Pending[resource.Pending.Length - 1]);
                failed.IsGivenBackHereOnly = effect.Kind == RefEffect.PermitKind ? static () => true : null;
                _context.Answers.Fail(site.Id, failed);
            }

            return;
        }

        if (times is null)
        {
            // Nobody knows how many: what is given back later cannot be counted against it.
            Escape(target);
            return;
        }

        Holding holding = resource.HoldingOf(effect.Kind);
        holding = holding with { Site = site.Id, Batch = BatchAfter(holding, batch), Source = call.Receiver?.Id ?? 0 };
        for (int i = 0; i < times; i++)
        {
            holding = holding.More();
        }

        _state = _state.WithResource(target, resource.With(holding) with { Released = false });
        _state = _state.WithStep(new Step(StepKind.Acquired, call.Place, target.Id, call.Member, effect.Kind));
        NoteRange(call, effect, target);
        BackStore(target);
    }

    private Site SiteOf(Call call)
    {
        Site site = _context.Sites.Of((call.Operation, "acquire"), call.Place);
        site.Source = call.Member;
        site.At(_context, _block);
        return site;
    }

    /// <summary>The counting state of the object, made from where it came from if this is the first that is heard of it.</summary>
    private Resource? ResourceFor(Value value)
    {
        if (value is not OpaqueValue)
        {
            return null;
        }

        if (_state.ResourceOf(value) is { } known)
        {
            return known;
        }

        var resource = new Resource { Provenance = _context.SiteOf(value)!.Provenance };
        _state = _state.WithResource(value, resource);
        return resource;
    }
}
