using System.Collections.Immutable;
using System.Linq;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Array elements: the same index of the same array is the same value until something is stored there.</summary>
internal sealed partial class Evaluator
{
    private Value VisitElement(IArrayElementReferenceOperation element)
    {
        Value array = Visit(element.ArrayReference);
        Value index = VisitIndex(element.Indices);
        if (!Dereference(array, element.ArrayReference))
        {
            return Values.Null;
        }

        CheckAlive(element, array);
        return element.Indices.Length == 1 && _state.ResourceOf(array) is not { Escaped: true }
            ? ReadName(new Name(null, array.Id, index.Id, default), element)
            : Fresh(element);
    }

    private void StoreElement(IArrayElementReferenceOperation element, Value value)
    {
        Value array = Visit(element.ArrayReference);
        Value index = VisitIndex(element.Indices);
        if (!Dereference(array, element.ArrayReference))
        {
            return;
        }

        CheckAlive(element, array);

        // Whoever has the array has the object; and another index may be the same one.
        NoteElement(array, value);
        Escape(value);
        DropElements(array);
        if (element.Indices.Length == 1)
        {
            _state = _state.WithName(_context.Names.IdOf(new Name(null, array.Id, index.Id, default)), value);
        }
    }

    private Value VisitArrayCreation(IArrayCreationOperation array)
    {
        var sizes = new Value[array.DimensionSizes.Length];
        for (int i = 0; i < sizes.Length; i++)
        {
            sizes[i] = Visit(array.DimensionSizes[i]);
            TestAnswers(sizes[i]);
        }

        Value created = NotNull(Fresh(array, Provenance.Created));
        if (sizes.Length == 1 && LengthOfArrays is { } length)
        {
            _state = Conditions.AssumeRange(_state, sizes[0], static range => range.AtLeast(0)) ?? _state;
            _state = _state.WithName(_context.Names.IdOf(Name.Member(length, created.Id)), sizes[0]);
        }

        if (array.Initializer is { } initializer)
        {
            FillArray(created, initializer);
        }

        return created;
    }

    private ISymbol? LengthOfArrays => _context.Compilation.GetSpecialType(SpecialType.System_Array).GetMembers(nameof(System.Array.Length)).FirstOrDefault();

    private void FillArray(Value array, IArrayInitializerOperation initializer)
    {
        foreach (IOperation element in initializer.ElementValues)
        {
            if (element is IArrayInitializerOperation nested)
            {
                FillArray(array, nested);
                continue;
            }

            Value value = Visit(element);
            GiveUpAnswered(value);
            NoteElement(array, value);
            Escape(value);
        }
    }

    /// <summary>Any element may be another one now; there are as many as before.</summary>
    private void DropElements(Value array)
    {
        FlowState state = _state;
        for (int i = 0; i < state.Names.Count; i++)
        {
            if (_context.Names[state.Names.KeyAt(i)] is { Symbol: null } name && name.Receiver == array.Id)
            {
                _state = _state.WithoutName(state.Names.KeyAt(i));
            }
        }
    }

    private Value VisitIndex(ImmutableArray<IOperation> indices)
    {
        Value index = Values.Null;
        foreach (IOperation operation in indices)
        {
            index = Visit(operation);
            TestAnswers(index);
        }

        return index;
    }
}
