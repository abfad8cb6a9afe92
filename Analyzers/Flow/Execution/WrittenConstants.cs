using System.Collections.Generic;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>
/// The constants that a body assigns to something or compares something with. A variable that has one of them is in a state
/// that the author has thought of: the next step of a state machine, the first round, the only one.
/// </summary>
internal sealed class WrittenConstants
{
    // What is compared with a number so small is often counted up to it: each number on the way is a state of its own.
    private const long MaxCountedTo = 3;

    private readonly HashSet<object> _constants = new();

    public bool Contains(object? constant) => constant is not null && _constants.Contains(constant);

    public void AddFrom(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation assignment:
                Add(assignment.Value);
                break;
            case IBinaryOperation { OperatorKind: >= BinaryOperatorKind.Equals and <= BinaryOperatorKind.GreaterThan } comparison:
                AddCompared(comparison.LeftOperand);
                AddCompared(comparison.RightOperand);
                break;
            case IConstantPatternOperation pattern:
                AddCompared(pattern.Value);
                break;
            case IRelationalPatternOperation pattern:
                AddCompared(pattern.Value);
                break;
        }
    }

    private void Add(IOperation value)
    {
        if (value.ConstantValue is { HasValue: true, Value: { } constant })
        {
            _constants.Add(ValueTable.Normalize(constant));
        }
    }

    private void AddCompared(IOperation value)
    {
        Add(value);
        if (value.ConstantValue is { HasValue: true, Value: { } constant } && ValueTable.Normalize(constant) is long and > 0 and <= MaxCountedTo and var most)
        {
            for (long counted = 0; counted < most; counted++)
            {
                _constants.Add(counted);
            }
        }
    }
}
