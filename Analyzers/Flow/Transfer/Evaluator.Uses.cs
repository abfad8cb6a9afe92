using System.Collections.Immutable;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Uses: whether the object of a call is alive, and whether something holds what the call requires.</summary>
internal sealed partial class Evaluator
{
    private void CheckUses(Call call)
    {
        UseRanges(call);
        if (call.Receiver is { } receiver)
        {
            ElementContract contract = call.Contract.Receiver;
            CheckUse(call, receiver, contract, null, contract.Requires || IsUse(call, contract));
        }

        foreach (CallArgument argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                ElementContract contract = call.Contract.Parameter(parameter.Ordinal);
                CheckUse(call, argument.Value, contract, parameter, contract.Requires || contract.Origin == RefOrigin.Borrowed);
            }
        }
    }

    /// <summary>Reading or writing a member of the object.</summary>
    private void CheckUse(IOperation operation, ISymbol member, IOperation? instance, Value receiver)
    {
        if (instance is not null && !_dead)
        {
            CheckUses(new Call(operation, member, _context.Contracts.Of(member), receiver, instance, ImmutableArray<CallArgument>.Empty));
        }
    }

    /// <summary>An array has no members that could say what they require: every access needs it alive.</summary>
    private void CheckAlive(IOperation operation, Value value)
    {
        if (_state.ResourceOf(value) is { Escaped: false } resource && (resource.IsDead || IsLenderDead(resource)))
        {
            Report(new Finding(FindingKind.UseAfterRelease, operation.Syntax, value, resource, RefEffect.DefaultKind, _state));
            _state = _state.WithResource(value, resource.Escape());
        }
    }

    /// <summary>Whether a member that says nothing counts as a use of its object.</summary>
    private bool IsUse(Call call, ElementContract contract) =>
        contract.Effects.IsEmpty
        && call.Contract.TestsTrait is null
        && call.Contract.TestsRef is null
        && call.ReceiverOperation?.Type is { } type
        && _context.Uses.IsUse(call.Member, type);

    private void CheckUse(Call call, Value value, ElementContract contract, IParameterSymbol? parameter, bool isUse)
    {
        if (!isUse || value is not OpaqueValue || _dead || _state.FactsOf(value).Nullness == Nullness.Null)
        {
            return;
        }

        if (_state.ResourceOf(value) is { Escaped: true })
        {
            return;
        }

        SyntaxNode place = parameter is null ? call.Place : call.Argument(parameter.Name)!.Value.Operation.Syntax;
        if (Judge(value, contract) is not { } wrong || IsKeptByRange(wrong, contract, parameter))
        {
            _context.Findings.Pass(FindingKind.UseAfterRelease, place);
            _context.Findings.Pass(FindingKind.MissingReference, place);
            return;
        }

        Resource resource = wrong.Resource;
        if (resource.Unchecked(null) is { } failed)
        {
            ReportUnchecked(wrong.Subject, resource, failed);
            return;
        }

        Report(new Finding(wrong.Kind, place, wrong.Subject, resource, contract.RequiredKind ?? RefEffect.DefaultKind, _state)
        {
            Member = call.Member,
            Parameter = parameter,
            MustBeHeldHere = contract.RequiresHeld,
            TakesOne = parameter is null && HasAcquire(contract),
        });

        // One mistake, one report.
        _state = _state.WithResource(wrong.Subject, resource.Escape());
    }

    /// <summary>What was borrowed dies with its lender, unless a reference of its own keeps it.</summary>
    private bool IsLenderDead(Resource resource)
    {
        for (int depth = 0; depth < 8 && resource is { MayBeHeld: false, AliveThrough: > 0 }; depth++)
        {
            if (_state.ResourceOf(Values[resource.AliveThrough]) is not { } lender)
            {
                return false;
            }

            if (lender.IsDead)
            {
                return true;
            }

            resource = lender;
        }

        return false;
    }
}
