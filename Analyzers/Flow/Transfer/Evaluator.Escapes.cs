using System.Collections.Generic;
using System.Linq;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Summaries;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Where a claim ends: what is handed to code that says nothing may be kept, counted or released there.</summary>
internal sealed partial class Evaluator
{
    private void Escape(Value value)
    {
        TestAnswers(value);
        ExposeIfFunction(value);
        ExposeDeferred(value);
        if (value is OpaqueValue { Type.IsTupleType: true } || _context.Carriers.Contains(value.Id))
        {
            EscapeElements(value);
        }

        if (value is not OpaqueValue opaque || (_state.ResourceOf(value) is null && (value == _context.ThisValue || IsPlain(opaque))))
        {
            return;
        }

        if (_state.Names.Find(_context.Names.Find(Name.Awaited(value.Id))) is { } awaited)
        {
            Escape(awaited);
        }

        if (ResourceFor(value) is { Escaped: false } resource)
        {
            NeedRange(value);
            _state = _state.WithResource(value, resource.Escape());
        }
    }

    // A number, flag or text from nowhere in particular has no claim that could end.
    private bool IsPlain(OpaqueValue value) =>
        value.Type is { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String } or { TypeKind: TypeKind.Enum }
        && _context.SiteOf(value)!.Provenance == Provenance.Foreign;

    /// <summary>
    /// A method that says nothing and whose result can be its receiver may be a fluent one: whoever uses the result may
    /// have the object by another name.
    /// </summary>
    private void EscapeFluent(Call call, ITypeSymbol? type)
    {
        if (call.Contract.Return.IsNone
            && call.Receiver is { } receiver
            && call.ReceiverOperation?.Type is { } own
            && type is { IsReferenceType: true, SpecialType: not SpecialType.System_String }
            && call.Operation.Parent is not IExpressionStatementOperation
            && _state.ResourceOf(receiver) is { Escaped: false }
            && _context.Compilation.HasImplicitConversion(own, type))
        {
            Escape(receiver);
        }
    }

    private void EscapeArguments(Call call)
    {
        if (call.Receiver is { } called && call.Member is not IPropertySymbol)
        {
            ExposeIfFunction(called);
            if (ExtensionMembers.Contains(call.Member) && call.Contract.Receiver.IsNone && !call.Contract.LendsByDefault)
            {
                // To the member of an extension block its receiver is a parameter like any other.
                Escape(called);
            }
        }

        foreach (CallArgument argument in call.Arguments)
        {
            if (!RunsAtDispose(call, argument))
            {
                ExposeIfFunction(argument.Value);
            }

            if (argument.Value is OpaqueValue { Type.TypeKind: TypeKind.Array })
            {
                // The callee may have filled it.
                DropElements(argument.Value);
                ForgetUnheldElements(argument, argument.Parameter is { } parameter ? call.Contract.Parameter(parameter.Ordinal) : ElementContract.None);
            }
        }

        foreach (CallArgument argument in call.Arguments)
        {
            bool mayKeep = MayKeep(call, argument);
            if (MayStopAt(call, mayKeep))
            {
                GiveUpAnswered(argument.Value);
            }

            if (!mayKeep)
            {
                TestAnswers(argument.Value);
            }
            else if (!argument.IsWritten)
            {
                TellLost(argument.Value, call);
                Escape(argument.Value);
            }
        }
    }

    /// <summary>Whether nothing says that the call gives the argument back.</summary>
    private bool MayKeep(Call call, CallArgument argument)
    {
        if (call.Contract.LendsByDefault
            || CallTarget.IsHarmless(call.Member)
            || (argument.Parameter is { } parameter && !call.Contract.Parameter(parameter.Ordinal).IsNone))
        {
            return false;
        }

        return _context.Options.UnknownCallsKeep
            || CallTarget.IsMemberOfCollection(call.Member)
            || MayComeOut(call, argument);
    }

    /// <summary>A call that keeps nothing may still give the argument another name: as its result, or in a ref argument.</summary>
    private bool MayComeOut(Call call, CallArgument argument)
    {
        if (argument.Value is not OpaqueValue { Type: { IsReferenceType: true } type })
        {
            return false;
        }

        return call.Arguments.Any(other => other.IsWritten && CanHold(other.Parameter!.Type))
            || (call.Operation is IInvocationOperation { Parent: not IExpressionStatementOperation, Type: { } result } && CanHold(result));

        bool CanHold(ITypeSymbol place) => place.IsReferenceType && _context.Compilation.HasImplicitConversion(type, place);
    }

    private void TellLost(Value value, Call call)
    {
        if (_context.Silences is { } silences && value is OpaqueValue subject && _state.ResourceOf(subject) is { Escaped: false, MayBeHeld: true })
        {
            silences.LoseSight(subject, _state, call.Place, call.Member);
        }
    }

    /// <summary>
    /// A call may change what is read through its receiver. Numbers and flags most calls leave alone, so they are kept
    /// with a mark; an object that a member named may be another one now.
    /// </summary>
    private void Forget(Call call)
    {
        if (call.Receiver is not { } receiver || call.Member is IPropertySymbol)
        {
            return;
        }

        EscapeTakenOver(call, receiver);
        if (!_context.Names.HasMembers)
        {
            return;
        }

        FlowState state = _state;
        for (int i = 0; i < state.Names.Count; i++)
        {
            Name name = _context.Names[state.Names.KeyAt(i)];
            if (name.Receiver != receiver.Id || name.Symbol is null or IFieldSymbol { IsReadOnly: true })
            {
                continue;
            }

            Value value = state.Names.ValueAt(i);
            if (value is OpaqueValue { Type: { IsReferenceType: true } } && _state.ResourceOf(value) is null)
            {
                _state = _state.WithoutName(state.Names.KeyAt(i));
            }
            else if (value is not ConstantValue)
            {
                _state = _state.WithFacts(value, _state.FactsOf(value) with { Stale = true });
            }
        }
    }

    /// <summary>
    /// A scope guard that took an object over and is told something without contract may have been disarmed: from then on
    /// the object may be ours again.
    /// </summary>
    private void EscapeTakenOver(Call call, Value wrapper)
    {
        if (!call.Contract.Receiver.Effects.IsEmpty)
        {
            return;
        }

        for (int i = 0; i < _state.Facts.Count; i++)
        {
            if (_state.Facts.ValueAt(i).Resource is { IsDead: true } resource && resource.Lender == wrapper.Id)
            {
                _state = _state.WithResource(Values[_state.Facts.KeyAt(i)], resource.Escape());
            }
        }
    }

    /// <summary>The value lost a name: if that was the last one, and a reference is held, nobody can release it any more.</summary>
    private void CheckLost(Value value, LeakShape shape, SyntaxNode? exit)
    {
        CheckLostMembers(value, shape, exit);
        if (_state.ResourceOf(value) is not { Escaped: false, IsHeld: true, SlotKind: null, UnbackedStore: 0, WrongRelease: null } resource || IsNamed(value))
        {
            return;
        }

        if (resource.Provenance is Provenance.Owned or Provenance.Uncounted or Provenance.Borrowed or Provenance.Created)
        {
            ReportLeak(value, resource, shape, exit);
        }
    }

    private void ReportLeak(Value value, Resource resource, LeakShape shape, SyntaxNode? exit, bool byCall = false)
    {
        if (resource.IsBatch && LacksElement(value))
        {
            return;
        }

        foreach (Holding holding in resource.Holdings)
        {
            if (holding.Min > 0)
            {
                Site site = _context.Sites[holding.Site];
                Report(new Finding(FindingKind.Leak, site.Place, value, resource, holding.Kind, _state)
                {
                    Member = site.Source,
                    Shape = shape,
                    IsGivenBackHereOnly = holding.Kind == RefEffect.PermitKind ? static () => true : null,
                    IsAcquiredElsewhere = site.Body is { } acquiredIn && acquiredIn != _context,
                    IsByCall = byCall,
                    HasExitByCall = byCall,
                    Exits = { exit },
                });
            }
        }

        _state = _state.WithResource(value, resource.Escape());
    }

    private void Report(Finding finding)
    {
        BlameCall(finding);
        _context.Findings.Add(finding);
    }

    /// <summary>Leaves the scope of locals.</summary>
    public FlowState LeaveScope(FlowState state, ControlFlowRegion region, SyntaxNode? exit)
    {
        _state = state;
        foreach (CaptureId capture in region.CaptureIds)
        {
            _state = _state.WithoutName(_context.Names.IdOf(_context.NameOf(capture)));
        }

        foreach (ISymbol local in region.Locals)
        {
            int id = _context.Names.IdOf(Name.Of(local));
            if (_state.Names.Find(id) is { } value)
            {
                _state = _state.WithoutName(id).WithoutName(_context.Names.IdOf(ExposedName(local)));
                CheckLost(value, LeakShape.Exit, exit);
            }
        }

        return _state;
    }

    /// <summary>Leaves the body: what is returned, or named by a <c>ref</c> or <c>out</c> parameter, is the caller's.</summary>
    /// <param name="state">The state at the end.</param>
    /// <param name="returned">The returned value; <see langword="null"/>: none.</param>
    /// <param name="exit">The statement that leaves; <see langword="null"/>: the end of the body.</param>
    /// <param name="returnPlace">The returned expression.</param>
    /// <param name="thrown">What threw the exception that leaves it; <see langword="null"/>: it returns.</param>
    public void LeaveBody(FlowState state, Value? returned, SyntaxNode? exit, SyntaxNode? returnPlace, ThrowOrigin? thrown = null)
    {
        state = OweStored(state);
        _context.Exits.Add(new BodyExit(state, returned, exit, returnPlace, IsThrown: thrown is not null));
        _state = state;
        _dead = false;
        if (returned is not null)
        {
            TestAnswers(returned);
            CheckReturned(returned, returnPlace);
            Escape(returned);
        }

        foreach (IParameterSymbol parameter in _context.Method.Parameters)
        {
            if (parameter.RefKind != RefKind.None && _state.Names.Find(_context.Names.Find(Name.Of(parameter))) is { } value)
            {
                Escape(value);
            }
        }

        CheckSlots(exit);
        for (int i = 0; i < _state.Facts.Count; i++)
        {
            if (_state.Facts.ValueAt(i).Resource is not { Escaped: false } resource)
            {
                continue;
            }

            Value value = Values[_state.Facts.KeyAt(i)];
            CheckBacked(value, resource);
            if (resource.IsHeld && CanTellLeak(value, resource, thrown))
            {
                bool named = IsNamedByVariable(value) || value == _context.ThisValue || thrown is not null;
                ReportLeak(value, resource, named ? LeakShape.Exit : LeakShape.Dropped, exit, thrown == ThrowOrigin.Call);
            }
            else if (resource.IsHeld)
            {
                CheckHeldThroughField(value, resource, exit, thrown);
            }
        }
    }

    // A value that is returned must be alive when the caller gets it.
    private void CheckReturned(Value returned, SyntaxNode? place)
    {
        if (place is null || _state.ResourceOf(returned) is not { Escaped: false } resource)
        {
            return;
        }

        if (resource.IsDead || IsLenderDead(resource))
        {
            Report(new Finding(FindingKind.UseAfterRelease, place, returned, resource, RefEffect.DefaultKind, _state));
        }
    }

    private bool CanTellLeak(Value value, Resource resource, ThrowOrigin? thrown) =>
        resource is { SlotKind: null, WrongRelease: null }
        && (resource.Provenance is (Provenance.Owned or Provenance.Consumed or Provenance.Uncounted or Provenance.Borrowed or Provenance.Created or Provenance.Lent)
            || (resource.Provenance == Provenance.HelperArgument && IsLostByThrow(value, thrown)));

    /// <summary>
    /// A function that throws has acquired nothing for its caller, so that what it holds then is lost. Where its contract
    /// counts on the object, a <c>throw</c> that breaks it is reported as that.
    /// </summary>
    private bool IsLostByThrow(Value value, ThrowOrigin? thrown)
    {
        MemberContract contract = _context.Contracts.Of(_context.Method);
        ElementContract element = _context.SiteOf(value)?.Source is IParameterSymbol parameter ? contract.Parameter(parameter.Ordinal) : contract.Receiver;
        return thrown == ThrowOrigin.Call || (thrown == ThrowOrigin.Statement && element.Effects.IsEmpty);
    }

    private bool IsNamedByVariable(Value value)
    {
        for (int i = 0; i < _state.Names.Count; i++)
        {
            if (_state.Names.ValueAt(i) == value && _context.Names[_state.Names.KeyAt(i)].IsVariable)
            {
                return true;
            }
        }

        return CarrierOf(value) is { } carrier && IsNamedByVariable(carrier);
    }
}
