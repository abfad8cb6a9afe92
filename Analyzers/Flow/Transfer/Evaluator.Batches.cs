using System.Collections.Immutable;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Counted effects: as many references as a value says, given back by another count or one by one.</summary>
internal sealed partial class Evaluator
{
    // Beyond this an object's count is "many" anyway.
    private const long MaxExactCount = 3;

    // Of two batches together nobody says how many they are.
    private const int SeveralBatches = -1;

    /// <summary>
    /// How often the effect happens. A count that is no small number, or that speaks of the elements of an array, makes one
    /// batch of as many as <paramref name="batch"/> says. <see langword="null"/>: not known.
    /// </summary>
    private int? Times(Call call, RefEffect effect, Value target, Value? answer, out Value? batch)
    {
        batch = null;
        if (effect.Count is not { } count)
        {
            return 1;
        }

        Value? number = count == "return" ? answer : call.Argument(count)?.Value;
        bool isSequence = target is OpaqueValue { Type: { } type } && CallTarget.IsSequence(type);
        if (!isSequence && number is ConstantValue { Constant: long and >= 0 and <= MaxExactCount and var exact })
        {
            return (int)exact;
        }

        batch = number;
        return number is null ? null : 1;
    }

    /// <summary>
    /// Whether a counted acquire takes anything: none are nothing. What it was asked for is remembered, and is never fewer
    /// than what it has obtained.
    /// </summary>
    private bool TakesAny(Call call, RefEffect effect, Value batch, bool happens)
    {
        if (effect.Count != "return")
        {
            _state = Conditions.AssumeRange(_state, batch, static range => range.AtLeast(0)) ?? _state;
        }

        var requests = ImmutableArray.CreateBuilder<int>();
        foreach (CallArgument argument in call.Arguments)
        {
            if (argument.Value == batch || !IsCount(argument.Parameter?.Type))
            {
                continue;
            }

            requests.Add(argument.Value.Id);
            if (argument.Value is OpaqueValue)
            {
                _state = Conditions.AssumeRange(_state, argument.Value, static range => range.AtLeast(0)) ?? _state;
                _state = (happens ? Conditions.Assume(_state, Conditions.Less(batch, argument.Value, orEqual: true), true) : null) ?? _state;
            }
        }

        if (happens && requests.Count == 1 && Values[requests[0]] is ConstantValue only)
        {
            // Of several literals nobody knows which one is the number, and which a set of flags.
            _state = Conditions.Assume(_state, Conditions.Less(batch, only, orEqual: true), true) ?? _state;
        }

        _context.BatchRequests[batch.Id] = requests.ToImmutable();
        return happens && (effect.Count == "return" || batch is ConstantValue || Fork(batch, RefCondition.Positive));
    }

    private static int BatchAfter(Holding holding, Value? batch) =>
        holding.Max == 0 ? batch?.Id ?? 0
        : batch is null && holding.Batch == 0 ? 0
        : SeveralBatches;

    /// <summary>Whether a batch is given back as what it is; where nobody can tell, nothing more is said of it.</summary>
    /// <returns>Whether the release goes on as usual.</returns>
    private bool ReleaseBatch(Call call, RefEffect effect, Value target, Resource resource, Holding holding)
    {
        if (resource.MiscountedRelease is { } earlier)
        {
            // In several steps: what looked like the wrong number was a part.
            _context.Findings.Retract(FindingKind.CountMismatch, earlier);
            _state = _state.WithResource(target, resource.Escape());
            return false;
        }

        if (effect.All || holding.Max == 0 || (holding.Batch == 0 && effect.Count is null))
        {
            return true;
        }

        int? times = Times(call, effect, target, null, out Value? released);
        if (holding.Batch == 0 && times is not null && released is null)
        {
            // So many, one by one.
            return true;
        }

        bool isSequence = target is OpaqueValue { Type: { } type } && CallTarget.IsSequence(type);
        if (effect.Count is null || released is null)
        {
            // One of many, unless it is the array as a whole.
            if (!isSequence)
            {
                Escape(target);
            }

            return isSequence;
        }

        if (holding.Batch <= 0)
        {
            if (holding.Batch == 0 && isSequence)
            {
                return true;
            }

            Escape(target);
            return false;
        }

        Value obtained = Values[holding.Batch];
        switch (CompareCounts(obtained, released, target))
        {
            case true:
                return true;
            case null:
                Escape(target);
                return false;
        }

        SyntaxNode place = call.Argument(effect.Count)?.Operation.Syntax ?? call.Place;
        ReportMiscount(call, target, resource, holding, place, place.ToString());
        Holding left = holding with { Min = 0, Max = 0 };
        _state = _state.WithResource(target, resource.With(left) with { Released = true, MiscountedRelease = place });
        _state = _state.WithStep(new Step(StepKind.Released, call.Place, target.Id, call.Member, effect.Kind));
        return false;
    }

    /// <summary>
    /// Whether the count of the release is none at all, so that nothing is given up. An error code is no number of
    /// references either: where nothing was obtained, and the answer that says so can be negative, it is given back as one.
    /// </summary>
    private bool ReleasesNone(Call call, RefEffect effect, Value target, Resource resource)
    {
        if (effect.Count is not { } count || call.Argument(count) is not { } argument || Conditions.RangeOf(_state, argument.Value) is not { Max: <= 0 } range)
        {
            return false;
        }

        if (range.Min < 0 && argument.Value is OpaqueValue number && !IsUnsigned(number.Type) && _context.BatchRequests.ContainsKey(number.Id)
            && resource.Unchecked(effect.Kind) is null)
        {
            Report(new Finding(FindingKind.CountMismatch, argument.Operation.Syntax, target, resource, effect.Kind, _state)
            {
                Member = call.Member,
                Counts = (argument.Operation.Syntax.ToString(), null),
            });
        }

        return resource.Unchecked(effect.Kind) is null;
    }

    /// <summary>An element of a batch is given up: there must be as many as the loop goes through.</summary>
    private void ReleaseElement(Call call, RefEffect effect, Value array, Resource whole, Value index)
    {
        Holding holding = whole.HoldingOf(effect.Kind);
        if (holding is { Max: > 0, Batch: > 0 } && BoundBeyond(call, Values[holding.Batch], index, array) is { } bound)
        {
            ReportMiscount(call, array, whole, holding, call.Place, bound);
            _state = _state.WithResource(array, whole.Escape());
            return;
        }

        // How many are left is not counted; that some have been given up is known.
        _state = _state.WithResource(array, whole.With(holding with { Min = 0 }));
    }

    /// <summary>
    /// The bound of a loop that runs beyond what was obtained, in the words of the source; <see langword="null"/> where none
    /// does, or something else in the loop may know better than its condition.
    /// </summary>
    private string? BoundBeyond(Call call, Value obtained, Value index, Value array)
    {
        bool stale = false;
        if (call.Place is InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax })
        {
            // What is not there is passed over.
            return null;
        }

        if (_state.Trace is not { } trace || Conditions.Decide(_state, Conditions.Less(index, obtained, orEqual: false), ref stale) == true)
        {
            return null;
        }

        while (trace.Step.Kind is not StepKind.Branch)
        {
            if (trace.Previous is not { } previous)
            {
                return null;
            }

            trace = previous;
        }

        if (trace.Step.Place is not BinaryExpressionSyntax { Right: { } right, Parent: ForStatementSyntax or WhileStatementSyntax })
        {
            return null;
        }

        for (int i = 0; i < _state.Facts.Count; i++)
        {
            if (Values[_state.Facts.KeyAt(i)] is CompoundValue { Operator: ValueOperator.LessThan or ValueOperator.LessThanOrEqual } less
                && less.Left == index && _state.Facts.ValueAt(i).Truth == true
                && (less.Right == obtained || CompareCounts(obtained, less.Right!, array) == false))
            {
                return less.Operator == ValueOperator.LessThan ? right.ToString() : $"{right} + 1";
            }
        }

        return null;
    }

    /// <summary>The path has found an element that is not there: who looks at the elements need not count them.</summary>
    private bool LacksElement(Value array)
    {
        for (int i = 0; i < _state.Facts.Count; i++)
        {
            if (_state.Facts.ValueAt(i).Nullness == Nullness.Null && _context.SiteOf(Values[_state.Facts.KeyAt(i)]) is { Source: null } site && site.Container == array.Id)
            {
                return true;
            }
        }

        return false;
    }

    private void ReportMiscount(Call call, Value target, Resource resource, Holding holding, SyntaxNode place, string released) =>
        Report(new Finding(FindingKind.CountMismatch, place, target, resource, holding.Kind, _state)
        {
            Member = call.Member,
            Counts = (released, Values[holding.Batch]),
        });

    /// <summary>
    /// Whether two counts are the same: <see langword="false"/> where there are paths on which they are not and the author
    /// has taken one for the other; <see langword="null"/> where the one may have been computed from the other.
    /// </summary>
    private bool? CompareCounts(Value obtained, Value released, Value target)
    {
        bool stale = false;
        if (obtained == released || Conditions.Decide(_state, Conditions.Equal(_state, obtained, released), ref stale) == true)
        {
            return true;
        }

        bool isRequest = IsRequest(obtained, released, target);
        if (isRequest && Conditions.Decide(_state, Conditions.Less(obtained, released, orEqual: false), ref stale) == false)
        {
            // There are never more than were asked for: if not fewer, then all of them.
            return true;
        }

        bool isOff = IsOffset(released, obtained) || IsOffset(obtained, released);
        return isOff || isRequest || released is ConstantValue { Constant: long and > 0 } ? false : null;
    }

    private static bool IsOffset(Value value, Value from) =>
        value is CompoundValue { Operator: ValueOperator.Add, Right: ConstantValue } sum && sum.Left == from;

    /// <summary>What the acquire was asked for: one of its arguments, or the length of the array.</summary>
    private bool IsRequest(Value obtained, Value count, Value target) =>
        (_context.BatchRequests.TryGetValue(obtained.Id, out ImmutableArray<int> requests) && requests.Contains(count.Id))
        || (_context.SiteOf(count) is { Source: IPropertySymbol { Name: "Length" or "Count" } } length && length.Container == target.Id);

    private static bool IsUnsigned(ITypeSymbol? type) => type?.SpecialType is
        SpecialType.System_UInt32 or SpecialType.System_UInt64 or SpecialType.System_UIntPtr or SpecialType.System_UInt16 or SpecialType.System_Byte;

    // Addresses are unsigned and wide; nobody asks for that many.
    private static bool IsCount(ITypeSymbol? type) => type?.SpecialType is
        SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_Int16 or SpecialType.System_UInt16;
}
