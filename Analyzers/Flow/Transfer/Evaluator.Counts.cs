using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Counts that are read and compared: what the number stands for depends on who holds the object.</summary>
internal sealed partial class Evaluator
{
    private void CheckCount(IBinaryOperation binary, Value left, Value right)
    {
        CheckCount(binary.OperatorKind, left, right, binary);
        CheckCount(Mirrored(binary.OperatorKind), right, left, binary);
    }

    /// <summary>A comparison that parts a count of 1 from all larger ones, of an object that this body does not hold.</summary>
    private void CheckCount(BinaryOperatorKind kind, Value count, Value number, IOperation comparison)
    {
        if (number is ConstantValue { Constant: long constant }
            && IsTestForOne(kind, constant)
            && _state.FactsOf(count).Traits.Contains(WellKnownTraits.RefCount)
            && _context.SiteOf(count) is { Container: >= 0, Source: { } member } site
            && MayBeIdle(Values[site.Container]))
        {
            Value counted = Values[site.Container];
            SyntaxNode place = comparison.Syntax is PatternSyntax pattern ? (SyntaxNode?)pattern.FirstAncestorOrSelf<IsPatternExpressionSyntax>() ?? pattern : comparison.Syntax;
            Report(new Finding(FindingKind.CountComparedWithOne, place, counted, _state.ResourceOf(counted) ?? new Resource(), RefEffect.DefaultKind, _state) { Member = member });
        }
    }

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };

    private static bool IsTestForOne(BinaryOperatorKind kind, long constant) => kind switch
    {
        BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals => constant == 1,
        BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan => constant == 1,
        BinaryOperatorKind.LessThan or BinaryOperatorKind.GreaterThanOrEqual => constant == 2,
        _ => false,
    };

    /// <summary>
    /// Who holds a page asks with a count of 1 whether he is the only one, which is right; so does who knows that it is
    /// anonymous memory, to write it in place. What comes from code that says nothing may be held by whoever keeps it.
    /// </summary>
    private bool MayBeIdle(Value value)
    {
        if (_context.SiteOf(value) is not { } site || _state.FactsOf(value) is var facts && (facts.Traits.Contains(WellKnownTraits.Anonymous) || facts.LackedTraits.Contains(WellKnownTraits.ZoneDevice)))
        {
            return false;
        }

        if (_state.ResourceOf(value) is { } resource && (resource.Escaped || resource.MayBeHeld || resource.SlotKind is not null || resource.Keeper != 0 || IsOfHeldBatch(site)))
        {
            return false;
        }

        return !IsOfHeldBatch(site) && site.Provenance switch
        {
            Provenance.Lent or Provenance.HelperArgument or Provenance.Uncounted or Provenance.Borrowed or Provenance.BorrowedSlot => true,
            Provenance.Foreign => site.Source is IParameterSymbol || (site.Source is null && IsOfParameter(site)),
            _ => false,
        };
    }

    // Who keeps an array in a field may hold what is in it.
    private bool IsOfParameter(Site element) =>
        element.Container < 0 || (_context.SiteOf(Values[element.Container]) is { } array
            && (array.Source is IParameterSymbol || array.Provenance is Provenance.Lent or Provenance.HelperArgument or Provenance.Created));

    // The elements of an array are counted by the array.
    private bool IsOfHeldBatch(Site element) =>
        element.Container >= 0 && _state.ResourceOf(Values[element.Container]) is { } array && (array.Escaped || array.MayBeHeld || array.SlotKind is not null);
}
