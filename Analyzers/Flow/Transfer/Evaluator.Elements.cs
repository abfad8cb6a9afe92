using System.Collections.Immutable;
using Devmap.Analyzers.Flow.Names;
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
        if (element.Indices.Length != 1 || _state.ResourceOf(array) is { Escaped: true })
        {
            return Fresh(element);
        }

        Value value = ReadName(new Name(null, array.Id, index.Id, default), element);
        if (CollectionOf(array) is not null)
        {
            Lend(value, array);
        }

        return value;
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

        if (CollectionOf(array) is not null)
        {
            AddElement(array, value, element);
        }
        else
        {
            // Whoever has the array has the object.
            Escape(value);
        }

        // Another index may be the same one.
        DropMembers(array);
        if (element.Indices.Length == 1)
        {
            _state = _state.WithName(_context.Names.IdOf(new Name(null, array.Id, index.Id, default)), value);
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
