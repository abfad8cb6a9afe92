using System.Collections.Immutable;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Calls: what the callee's contract says of the receiver, the arguments and the result.</summary>
internal sealed partial class Evaluator
{
    private Value VisitInvocation(IInvocationOperation invocation)
    {
        Value? receiver = invocation.Instance is { } instance ? Visit(instance) : null;
        IMethodSymbol method = CallTarget.Resolve(invocation, (receiver as OpaqueValue)?.Type);
        ImmutableArray<CallArgument> arguments = VisitArguments(invocation.Arguments);
        if (_dead)
        {
            return Values.Null;
        }

        if (receiver is not null && !Dereference(receiver, invocation.Instance!))
        {
            return Values.Null;
        }

        var call = new Call(invocation, method, _context.ContractOfCall(method), receiver, invocation.Instance, arguments);
        if (VisitWellKnown(call, invocation) is { } known)
        {
            return known;
        }

        if (VisitNestedCall(call, invocation, method) is { } result)
        {
            return result;
        }

        RunDeferred(call, invocation);
        return _dead ? Values.Null : Perform(call, invocation.Type, method);
    }

    private Value VisitCreation(IObjectCreationOperation creation)
    {
        ImmutableArray<CallArgument> arguments = VisitArguments(creation.Arguments);
        if (_dead || creation.Constructor is not { } constructor)
        {
            return Fresh(creation);
        }

        var call = new Call(creation, constructor, _context.ContractOfCall(constructor), null, null, arguments);
        return Perform(call, creation.Type, constructor);
    }

    private Value VisitPropertyRead(IPropertyReferenceOperation property)
    {
        Value receiver = property.Instance is { } instance ? Visit(instance) : Values.Null;
        ImmutableArray<CallArgument> arguments = VisitArguments(property.Arguments);
        if (_dead || (property.Instance is not null && !Dereference(receiver, property.Instance)))
        {
            return Values.Null;
        }

        if (VisitTaskMember(receiver, property.Property, property) is { } yielded)
        {
            return yielded;
        }

        if (property.Property.ContainingType?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return VisitNullable(property.Property, receiver);
        }

        MemberContract contract = ContractOfRead(property.Property);
        var call = new Call(property, property.Property, contract, property.Instance is null ? null : receiver, property.Instance, arguments);
        if (!contract.Return.Effects.IsEmpty || !contract.Receiver.Effects.IsEmpty || arguments.Length > 1)
        {
            return Perform(call, property.Type, property.Property);
        }

        // A getter without contract is taken not to throw: every property in a try would be a path of its own.
        CheckUses(call);
        if (contract.Return.AliasOf is { } source && AliasSource(call, source) is { } alias)
        {
            return alias;
        }

        if (property.Property.Name == "Values" && CollectionOf(receiver) is not null)
        {
            // Another view of the same elements.
            return receiver;
        }

        Value value = ReadMember(property.Property, receiver, property, arguments.IsEmpty ? Name.NoValue : arguments[0].Value.Id);
        LendRead(property, receiver, value);
        return value;
    }

    private MemberContract ContractOfRead(IPropertySymbol property)
    {
        MemberContract declared = _context.Contracts.Of(property);
        return declared.IsNone && property.GetMethod is { } getter ? _context.ContractOfCall(getter) : declared;
    }

    /// <summary>An operator or conversion of a type's own is a call like any other.</summary>
    private Value CallOperator(IOperation operation, IMethodSymbol method, params Value[] operands)
    {
        if (_dead)
        {
            return Values.Null;
        }

        var arguments = ImmutableArray.CreateBuilder<CallArgument>(operands.Length);
        for (int i = 0; i < operands.Length; i++)
        {
            arguments.Add(new CallArgument(i < method.Parameters.Length ? method.Parameters[i] : null, operands[i], operation));
        }

        Value result = Perform(new Call(operation, method, _context.ContractOfCall(method), null, null, arguments.MoveToImmutable()), operation.Type, method);
        if (!_dead && operands.Length > 0)
        {
            InheritTraits(operation, result, operands[0]);
        }

        return result;
    }

    private ImmutableArray<CallArgument> VisitArguments(ImmutableArray<IArgumentOperation> arguments)
    {
        if (arguments.IsEmpty)
        {
            return ImmutableArray<CallArgument>.Empty;
        }

        var builder = ImmutableArray.CreateBuilder<CallArgument>(arguments.Length);
        foreach (IArgumentOperation argument in arguments)
        {
            // What an out argument held before is of no interest; a declaration or discard holds nothing.
            Value value = argument.Parameter?.RefKind == RefKind.Out || argument.Value is IDeclarationExpressionOperation or IDiscardOperation
                ? Values.Null
                : Visit(argument.Value);
            builder.Add(new CallArgument(argument.Parameter, value, argument.Value));
        }

        return builder.MoveToImmutable();
    }

    /// <summary>The object is reached through the value: a path on which it is null ends here.</summary>
    private bool Dereference(Value value, IOperation reference)
    {
        if (_dead)
        {
            return false;
        }

        if (reference.Type is { IsValueType: true } || value == _context.ThisValue)
        {
            return true;
        }

        if (_state.FactsOf(value) is { Nullness: Nullness.Null, Resource: { } resource } && resource.Unchecked(null) is { } failed && !CallTarget.IsForgiven(reference))
        {
            ReportUnchecked(value, resource, failed);
        }

        return Require(Conditions.AssumeNullness(_state, value, Nullness.NotNull));
    }

    /// <summary>Checks what the call asks of its operands, applies what it does to them, and yields its result.</summary>
    private Value Perform(Call call, ITypeSymbol? type, ISymbol source)
    {
        CheckUses(call);
        CheckTraits(call);
        FlowState before = _state;
        Value result = ResultOf(call, type, source);
        call.Result = result;
        Value answer = AnswerOf(call, result, type);
        MarkSelf(answer, call);
        ThrowFrom(call, before);
        WriteReferences(call);
        ApplyEffects(call, result, answer);
        if (_dead)
        {
            return Values.Null;
        }

        DropDiscarded(call);
        Defer(call, answer);
        AssumeNullHints(call, answer);
        if (!UseCollection(call, result, answer))
        {
            EscapeArguments(call);
        }

        EscapeFluent(call, type);
        Forget(call);
        ForgetSlots(call);
        if (call.Contract.NeverReturns || CallTarget.DoesNotReturn(call.Member))
        {
            _dead = true;
        }

        AssumeAsserted(call);
        return result;
    }

    private Value ResultOf(Call call, ITypeSymbol? type, ISymbol source)
    {
        ElementContract contract = call.Contract.Return;
        if (contract.AliasOf is { } alias && AliasSource(call, alias) is { } same)
        {
            return same;
        }

        bool isCreation = call.Operation is IObjectCreationOperation;
        Provenance provenance = HasAcquire(isCreation ? call.Contract.Receiver : contract) ? Provenance.Owned
            : contract.Origin switch
            {
                RefOrigin.Borrowed => Provenance.Borrowed,
                RefOrigin.Uncounted => Provenance.Uncounted,
                RefOrigin.Owned => Provenance.OwnedSlot,
                _ => isCreation ? Provenance.Created : Provenance.Foreign,
            };
        if (call.Contract.TestsRef is { } kind && (call.Receiver ?? (call.Arguments.IsEmpty ? null : call.Arguments[0].Value)) is { } subject)
        {
            return TestReference(call.Operation, subject, kind);
        }

        Value result = Fresh(call.Operation, call.Place, type, provenance, source);
        if (isCreation || IsTaskOfCall(call, type))
        {
            NotNull(result);
        }

        if (provenance is Provenance.Uncounted or Provenance.Borrowed)
        {
            Value? lender = contract.Origin == RefOrigin.Borrowed && contract.BorrowedFrom is { } from ? AliasSource(call, from) : null;
            _state = _state.WithResource(result, new Resource { Provenance = provenance, Lender = lender?.Id ?? 0 });
            _state = _state.WithStep(new Step(StepKind.Obtained, call.Place, result.Id, source));
        }

        AddTraits(result, contract, type);
        if (call.Contract.TestsTrait is { } trait && (call.Receiver ?? (call.Arguments.IsEmpty ? null : call.Arguments[0].Value)) is { } tested)
        {
            _context.TraitTests[result.Id] = (tested, trait);
        }

        foreach (CallArgument argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && call.Contract.Parameter(parameter.Ordinal).TestedTrait is { } told)
            {
                _context.TraitTests[result.Id] = (argument.Value, told);
            }
        }

        return result;
    }

    /// <summary>Of a task, the answer is what awaiting it yields.</summary>
    private Value AnswerOf(Call call, Value result, ITypeSymbol? type)
    {
        if (!CallTarget.IsTask(type, out ITypeSymbol? awaited) || awaited is null)
        {
            return result;
        }

        Provenance provenance = _context.SiteOf(result)?.Provenance ?? Provenance.Foreign;
        Value answer = Fresh((call.Operation, "await"), call.Place, awaited, provenance, call.Member);
        _state = _state.WithName(_context.Names.IdOf(Name.Awaited(result.Id)), answer);
        if (_state.ResourceOf(result) is { } resource)
        {
            _state = _state.WithResource(answer, resource);
            _state = _state.WithFacts(result, _state.FactsOf(result) with { Resource = null });
        }

        return answer;
    }

    private Value? AliasSource(Call call, string source) => source switch
    {
        "this" => call.Operation is IObjectCreationOperation ? call.Result : call.Receiver,
        "return" => call.Result,
        _ => call.Argument(source)?.Value,
    };

    private void WriteReferences(Call call)
    {
        foreach (CallArgument argument in call.Arguments)
        {
            if (argument.IsWritten)
            {
                ElementContract contract = call.Contract.Parameter(argument.Parameter!.Ordinal);

                // A ref argument that is lent or released keeps its object; everything else may come back changed.
                bool keeps = argument.Parameter.RefKind == RefKind.Ref && !contract.IsNone && !HasAcquire(contract);
                if (!keeps || argument.Parameter.Type.SpecialType == SpecialType.System_Boolean)
                {
                    Provenance provenance = HasAcquire(contract) ? Provenance.Owned
                        : contract.Origin == RefOrigin.Uncounted ? Provenance.Uncounted
                        : contract.Origin == RefOrigin.Borrowed ? Provenance.Borrowed
                        : Provenance.Foreign;
                    if (argument.Parameter.RefKind == RefKind.Ref && argument.Value is not ConstantValue && contract.IsNone)
                    {
                        Escape(argument.Value);
                    }

                    Value value = Fresh((argument.Operation, "out"), argument.Operation.Syntax, argument.Parameter.Type, provenance, call.Member);
                    if (argument.Operation is IDiscardOperation)
                    {
                        _state = _state.WithName(DiscardName(argument.Parameter), value);
                    }
                    else
                    {
                        Assign(argument.Operation, value, call.Operation);
                    }

                    if (provenance is Provenance.Uncounted or Provenance.Borrowed)
                    {
                        _state = _state.WithResource(value, new Resource { Provenance = provenance });
                        _state = _state.WithStep(new Step(StepKind.Obtained, call.Place, value.Id, call.Member));
                    }

                    AddTraits(value, contract, argument.Parameter.Type);
                }
            }
        }
    }

    /// <summary><c>out _</c>: what came there is lost as soon as it came, whatever the answer of the call says of it.</summary>
    private void DropDiscarded(Call call)
    {
        foreach (CallArgument argument in call.Arguments)
        {
            if (argument.Operation is not IDiscardOperation || argument.Parameter is null || _state.Names.Find(DiscardName(argument.Parameter)) is not { } value)
            {
                continue;
            }

            _state = _state.WithoutName(DiscardName(argument.Parameter));
            foreach (PendingAnswer pending in _state.ResourceOf(value)?.Pending ?? ImmutableArray<PendingAnswer>.Empty)
            {
                if (pending.Answer != 0)
                {
                    TestAnswers(Values[pending.Answer]);
                }
            }

            CheckLost(value, LeakShape.Dropped, call.Place);
        }
    }

    private int DiscardName(IParameterSymbol parameter) => _context.Names.IdOf(new Name(parameter, Name.Discarded, Name.NoValue, default));

    private static bool HasAcquire(ElementContract contract)
    {
        foreach (RefEffect effect in contract.Effects)
        {
            if (effect.Acquires)
            {
                return true;
            }
        }

        return false;
    }
}
