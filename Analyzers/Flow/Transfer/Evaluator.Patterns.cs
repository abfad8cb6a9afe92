using System.Runtime.CompilerServices;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Patterns: whether a value matches is a condition on it and on what it is made of, and a match binds variables.</summary>
internal sealed partial class Evaluator
{
    private Value Match(IPatternOperation pattern, Value value, ITypeSymbol? type)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return Conditions.Equal(_state, value, Visit(constant.Value));
            case IDiscardPatternOperation:
                return Values.True;
            case ITypePatternOperation typePattern:
                return TypeTest(value, typePattern.MatchedType, type);
            case IDeclarationPatternOperation declaration:
                Bind(declaration.DeclaredSymbol, value, pattern);
                return declaration.MatchesNull ? Values.True : TypeTest(value, declaration.MatchedType!, type);
            case INegatedPatternOperation negated:
                return Conditions.Not(Match(negated.Pattern, value, type));
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                return Conditions.And(Match(both.LeftPattern, value, type), Match(both.RightPattern, value, both.LeftPattern.NarrowedType));
            case IBinaryPatternOperation either:
                return Conditions.Or(Match(either.LeftPattern, value, type), Match(either.RightPattern, value, type));
            case IRelationalPatternOperation relational:
                return Compare(relational.OperatorKind, value, Visit(relational.Value), pattern);
            case IRecursivePatternOperation recursive:
                return MatchRecursive(recursive, value, type);
            case IListPatternOperation list when CanTakeApart(list, value):
                return MatchList(list, value);
            default:
                return MatchUnknown(pattern, value);
        }
    }

    private Value Compare(BinaryOperatorKind kind, Value left, Value right, IOperation operation) => kind switch
    {
        BinaryOperatorKind.LessThan => Conditions.Less(left, right, orEqual: false),
        BinaryOperatorKind.LessThanOrEqual => Conditions.Less(left, right, orEqual: true),
        BinaryOperatorKind.GreaterThan => Conditions.Less(right, left, orEqual: false),
        BinaryOperatorKind.GreaterThanOrEqual => Conditions.Less(right, left, orEqual: true),
        _ => Fresh(operation),
    };

    private Value MatchRecursive(IRecursivePatternOperation pattern, Value value, ITypeSymbol? type)
    {
        Value condition = TypeTest(value, pattern.MatchedType, type);
        Bind(pattern.DeclaredSymbol, value, pattern);
        foreach (IPropertySubpatternOperation sub in pattern.PropertySubpatterns)
        {
            ISymbol? member = sub.Member switch
            {
                IPropertyReferenceOperation property => property.Property,
                IFieldReferenceOperation field => field.Field,
                _ => null,
            };
            Value part = member is null ? Fresh(sub) : ReadMember(member, value, sub.Member);
            condition = Conditions.And(condition, Match(sub.Pattern, part, sub.Member.Type));
        }

        bool isTuple = IsTuple(value, pattern.InputType);
        for (int i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
        {
            IPatternOperation sub = pattern.DeconstructionSubpatterns[i];
            Value part = isTuple ? ReadName(ElementName(value, i), sub) : Fresh((pattern, sub), sub.Syntax, sub.InputType);
            condition = Conditions.And(condition, Match(sub, part, sub.InputType));
        }

        return condition;
    }

    /// <summary>What has elements that are read and nothing more. A slice is a list of its own, of which nobody knows what it shares.</summary>
    private bool CanTakeApart(IListPatternOperation list, Value value)
    {
        if (CollectionOf(value) is not null || list.LengthSymbol is not IPropertySymbol || (list.InputType is not IArrayTypeSymbol && list.IndexerSymbol is not IPropertySymbol { Parameters.Length: 1 }))
        {
            return false;
        }

        foreach (IPatternOperation part in list.Patterns)
        {
            if (part is ISlicePatternOperation { Pattern: not null })
            {
                return false;
            }
        }

        return list.IndexerSymbol is null || !_context.Contracts.Of(list.IndexerSymbol).SaysSomething;
    }

    private Value MatchList(IListPatternOperation list, Value value)
    {
        // Apart, so that what is known of the length on the one path is not lost in "null or another length".
        if (!list.InputType.IsValueType && ForkIfRoom(value, RefCondition.Null) is not false and var isNull)
        {
            return isNull is null ? MatchUnknown(list, value) : Values.False;
        }

        Value length = ReadMember(list.LengthSymbol!, value, list, type: _context.Compilation.GetSpecialType(SpecialType.System_Int32));
        int slice = -1;
        for (int i = 0; i < list.Patterns.Length; i++)
        {
            slice = list.Patterns[i] is ISlicePatternOperation ? i : slice;
        }

        Value count = Values.Constant((long)(list.Patterns.Length - (slice < 0 ? 0 : 1)));
        Value condition = slice < 0 ? Conditions.Equal(_state, length, count) : Conditions.Less(count, length, orEqual: true);
        for (int i = 0; i < list.Patterns.Length; i++)
        {
            if (i != slice)
            {
                IPatternOperation part = list.Patterns[i];

                // What is counted from the end has no index that could be compared.
                Value element = slice < 0 || i < slice ? ElementAt(list, value, i) : Fresh((list, i), part.Syntax, part.InputType);
                condition = Conditions.And(condition, Match(part, element, part.InputType));
            }
        }

        Bind(list.DeclaredSymbol, value, list);
        return condition;
    }

    private Value ElementAt(IListPatternOperation list, Value value, int index)
    {
        int id = Values.Constant((long)index).Id;
        IPatternOperation part = list.Patterns[index];
        return list.InputType is IArrayTypeSymbol
            ? ReadName(new Name(null, value.Id, id, default), part, type: part.InputType)
            : ReadMember(list.IndexerSymbol!, value, part, id, part.InputType);
    }

    /// <summary>A pattern that cannot be followed, as one of a C# that is newer than this analysis: it may match or not, and binds what it binds.</summary>
    private Value MatchUnknown(IPatternOperation pattern, Value value)
    {
        GiveUpAnswered(value);
        Escape(value);
        foreach (IOperation part in pattern.DescendantsAndSelf())
        {
            ISymbol? declared = part switch
            {
                IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
                IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
                IListPatternOperation list => list.DeclaredSymbol,
                _ => null,
            };
            Bind(declared, part == pattern ? value : Fresh((pattern, part), part.Syntax, null), part);
        }

        return Fresh(pattern, pattern.Syntax, null);
    }

    private void Bind(ISymbol? variable, Value value, IOperation cause)
    {
        if (variable is not null)
        {
            AssignVariable(variable, value, cause);
        }
    }
}
