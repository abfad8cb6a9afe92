using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>
/// Evaluates operations on one path: what they yield, and what they do to the state. Written as if nothing ever
/// forked; <see cref="Choices"/> replays an operation for each outcome.
/// </summary>
internal sealed partial class Evaluator
{
    private readonly BodyContext _context;
    private readonly Choices _choices = new();
    private FlowState _state = FlowState.Empty;
    private bool _dead;
    private int _block;
    private ThrowListener? _onThrow;

    public Evaluator(BodyContext context) => _context = context;

    private ValueTable Values => _context.Values;

    private Conditions Conditions => _context.Conditions;

    /// <summary>Evaluates the operation on every path that it can take from the state.</summary>
    /// <param name="operation">A top-level operation or the branch value of a block.</param>
    /// <param name="state">The state before it.</param>
    /// <param name="block">The ordinal of its block.</param>
    /// <param name="onThrow">Told of each state in which the operation may throw; <see langword="null"/> where nobody listens.</param>
    /// <returns>The outcomes: the state after it and its value, one for each path.</returns>
    public List<Outcome> Evaluate(IOperation operation, FlowState state, int block, ThrowListener? onThrow)
    {
        var outcomes = new List<Outcome>(1);
        _choices.Clear();
        _followed.Clear();
        _block = block;
        _onThrow = onThrow;
        do
        {
            _choices.Rewind();
            _state = state;
            _dead = false;
            Value value = Visit(operation);
            if (!_dead)
            {
                outcomes.Add(new Outcome(_state, value));
            }
        }
        while (_choices.Advance());
        return outcomes;
    }

    /// <summary>Marks every answer in the value as asked for, and says whether the path exists.</summary>
    public FlowState? Assume(FlowState state, Value condition, bool truth)
    {
        FlowState? assumed = Conditions.Assume(TestAnswers(state, condition), condition, truth);
        return assumed is null ? null : AssumeTraits(assumed, condition, truth);
    }

    private Value Visit(IOperation operation)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        _context.Effort.ChargeOperation();
        if (_dead || _context.Effort.IsSpent)
        {
            _dead = true;
            return Values.Null;
        }

        if (operation.ConstantValue is { HasValue: true } constant)
        {
            return Values.Constant(constant.Value);
        }

        switch (operation)
        {
            case IExpressionStatementOperation statement:
                Value result = Visit(statement.Operation);
                if (statement.Operation is not (IAssignmentOperation or IIncrementOrDecrementOperation))
                {
                    Drop(result);
                }

                return result;
            case IReturnOperation { ReturnedValue: { } yielded }:
                // The consumer of the iterator has it now.
                Escape(Visit(yielded));
                return Values.Null;
            case ILocalReferenceOperation local:
                return Read(Name.Of(local.Local), local);
            case IParameterReferenceOperation parameter:
                return Read(Name.Of(parameter.Parameter), parameter);
            case IInstanceReferenceOperation instance:
                return VisitInstance(instance);
            case IFieldReferenceOperation field:
                return ReadField(field);
            case IPropertyReferenceOperation property:
                return VisitPropertyRead(property);
            case IFlowCaptureOperation capture:
                return VisitCapture(capture);
            case IFlowCaptureReferenceOperation reference:
                return Read(_context.NameOf(reference.Id), reference);
            case ISimpleAssignmentOperation assignment:
                return VisitAssignment(assignment);
            case ICompoundAssignmentOperation compound:
                return VisitCompoundAssignment(compound);
            case IIncrementOrDecrementOperation increment:
                return VisitIncrement(increment);
            case ITupleOperation tuple:
                return VisitTuple(tuple);
            case ITupleBinaryOperation { LeftOperand.Type: INamedTypeSymbol { IsTupleType: true } compared } tuples:
                return VisitTupleComparison(tuples, compared.TupleElements.Length);
            case IDeconstructionAssignmentOperation deconstruction:
                return VisitDeconstruction(deconstruction);
            case IConversionOperation conversion:
                return VisitConversion(conversion);
            case IInvocationOperation invocation:
                return VisitInvocation(invocation);
            case IObjectCreationOperation creation:
                return VisitCreation(creation);
            case IArrayCreationOperation array:
                return VisitArrayCreation(array);
            case IArrayElementReferenceOperation element:
                return VisitElement(element);
            case IImplicitIndexerReferenceOperation { IndexerSymbol: IMethodSymbol slice } range:
                return VisitRange(range, slice);
            case IUnaryOperation unary:
                return VisitUnary(unary);
            case IBinaryOperation binary:
                return VisitBinary(binary);
            case IIsNullOperation isNull:
                return Conditions.Equal(_state, Visit(isNull.Operand), Values.Null);
            case IIsTypeOperation isType:
                return TypeTest(Visit(isType.ValueOperand), isType.TypeOperand, isType.ValueOperand.Type);
            case IIsPatternOperation pattern:
                Value matched = Visit(pattern.Value);
                return Checked(matched, null, Match(pattern.Pattern, matched, pattern.Value.Type));
            case IDefaultValueOperation { Type: { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } }:
                return Values.Null;
            case IDefaultValueOperation { Type.IsValueType: true }:
                return NotNull(Fresh(operation, Provenance.Created));
            case IAwaitOperation await:
                return VisitAwait(await);
            case IFlowAnonymousFunctionOperation lambda:
                // An expression tree: nobody knows who compiles it.
                ExposeCaptures(lambda.Symbol);
                return Fresh(lambda);
            case IDelegateCreationOperation { Target: IFlowAnonymousFunctionOperation lambda } creation:
                return VisitLambda(creation, lambda);
            case IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local } } creation:
                return VisitFunction(creation, local.OriginalDefinition, GraphOf(local.OriginalDefinition));
            case IDiscardOperation discard:
                return Fresh(discard);
            case IArgumentOperation argument:
                return Visit(argument.Value);
            case IInterpolatedStringOperation or INameOfOperation or ITypeOfOperation or ISizeOfOperation:
                return VisitHarmless(operation);
            case ICaughtExceptionOperation caught:
                return NotNull(Fresh(caught));
            default:
                return VisitUnknown(operation);
        }
    }

    /// <summary>The children are evaluated, and nothing of them is kept.</summary>
    private Value VisitHarmless(IOperation operation)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            TestAnswers(VisitHarmlessPart(child));
        }

        return NotNull(Fresh(operation));
    }

    private Value VisitHarmlessPart(IOperation operation) => operation is IInterpolationOperation or IInterpolatedStringTextOperation
        ? VisitHarmless(operation)
        : Visit(operation);

    /// <summary>An operation that the analysis has no rule for may keep what it is given.</summary>
    private Value VisitUnknown(IOperation operation)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            Value part = Visit(child);
            GiveUpAnswered(part);
            Escape(part);
        }

        return Fresh(operation);
    }

    /// <summary>A new value from this place; what an earlier round of a loop got here keeps its own identity while it is in use.</summary>
    private Value Fresh(IOperation operation, Provenance provenance = Provenance.Foreign, ISymbol? source = null) =>
        Fresh(operation, operation.Syntax, operation.Type, provenance, source);

    private Value Fresh(object key, SyntaxNode place, ITypeSymbol? type, Provenance provenance = Provenance.Foreign, ISymbol? source = null)
    {
        Site site = _context.Sites.Of(key, place);
        site.At(_context, _block);
        site.Provenance = provenance;
        site.Source = source;
        for (int version = 0; version < MaxVersions; version++)
        {
            bool isNew = version == 0 && !Values.HasOpaque(site.Id);
            OpaqueValue value = Values.Opaque(site.Id, version, type);
            if (isNew)
            {
                return value;
            }

            if (version == MaxVersions - 1 || !IsInUse(value))
            {
                if (version == MaxVersions - 1)
                {
                    // Too many of them are alive at once to be told apart: nothing is said of the last.
                    _state = _state.WithFacts(value, new Facts { Resource = new Resource().Escape() });
                }
                else
                {
                    _state = _state.WithFacts(value, Facts.None);
                    DropElementsAt(value);
                }

                return value;
            }
        }

        throw new InvalidOperationException();
    }

    // An index that comes anew is another one, and so is the element there.
    private void DropElementsAt(Value index)
    {
        FlowState state = _state;
        for (int i = 0; i < state.Names.Count; i++)
        {
            if (_context.Names[state.Names.KeyAt(i)].Index == index.Id)
            {
                _state = _state.WithoutName(state.Names.KeyAt(i));
            }
        }
    }

    private const int MaxVersions = 4;

    private bool IsInUse(Value value)
    {
        for (int i = 0; i < _state.Names.Count; i++)
        {
            if (Reachability.Mentions(_state.Names.ValueAt(i), value) || _context.Names[_state.Names.KeyAt(i)].Receiver == value.Id)
            {
                return true;
            }
        }

        for (int i = 0; i < _state.Facts.Count; i++)
        {
            if (_state.Facts.ValueAt(i).Resource is { } resource && (resource.Lender == value.Id || resource.Keeper == value.Id || resource.Awaits(value.Id) || IsSourceOf(resource, value.Id)))
            {
                return true;
            }
        }

        return _state.ResourceOf(value) is { IsHeld: true, Escaped: false };
    }

    private static Value NotNull(Value value)
    {
        if (value is OpaqueValue opaque)
        {
            opaque.IsNeverNull = true;
        }

        return value;
    }
}

/// <summary>Told of a state in which an operation may throw.</summary>
internal delegate void ThrowListener(FlowState state, IOperation place, ThrowOrigin origin);

/// <summary>What an operation comes to on one path.</summary>
internal readonly record struct Outcome(FlowState State, Value Value);
