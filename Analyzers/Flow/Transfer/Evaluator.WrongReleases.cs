using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>A reference that is given up by the wrong function: one of another kind, or of another lender.</summary>
internal sealed partial class Evaluator
{
    /// <summary>
    /// A release of one kind where only another is held. Most often the other is what was meant; where that is given up
    /// too, later on, this one was one too many.
    /// </summary>
    private void ReleaseOtherKind(Call call, RefEffect effect, Value target, Resource resource, IParameterSymbol? parameter)
    {
        // What a counted call put into an array that was made here is all that there is in it.
        bool isOwnBatch = resource is { Provenance: Provenance.Created, IsBatch: true };
        if (resource.WrongRelease is not null || !(isOwnBatch || CanTellOverRelease(target, resource)))
        {
            _state = _state.WithResource(target, resource.Escape());
            return;
        }

        Report(new Finding(FindingKind.WrongRelease, call.Place, target, resource, HeldKind(resource), _state)
        {
            Member = call.Member,
            Parameter = parameter,
            ReleasedKind = effect.Kind,
        });
        _state = _state.WithResource(target, resource with { WrongRelease = call.Place });
    }

    /// <summary>
    /// A parameter that is given up by giving up its parts has been given up; of a batch whose elements are released one
    /// by one nobody counts how many are left.
    /// </summary>
    private void ReleasePart(Call call, RefEffect effect, Value part, Resource resource)
    {
        for (int i = 0; i < _state.Names.Count; i++)
        {
            Name name = _context.Names[_state.Names.KeyAt(i)];
            if (_state.Names.ValueAt(i) != part || name.Receiver < 0 || _state.ResourceOf(Values[name.Receiver]) is not { Escaped: false } whole)
            {
                continue;
            }

            if (whole is { IsBatch: true, IsHeld: true } && whole.HoldingOf(effect.Kind).Max == 0 && whole.Provenance == Provenance.Created && !resource.MayBeHeld && !effect.Idempotent)
            {
                Report(new Finding(FindingKind.WrongRelease, call.Place, part, whole, HeldKind(whole), _state) { Member = call.Member, ReleasedKind = effect.Kind });
            }

            if (whole.HoldingOf(effect.Kind) is { Max: > 0, Batch: not 0 })
            {
                ReleaseElement(call, effect, Values[name.Receiver], whole, name.Index >= 0 ? Values[name.Index] : Values.Null);
            }
            else if (whole.Provenance is Provenance.Consumed or Provenance.HelperArgument || whole.IsBatch)
            {
                _state = _state.WithResource(Values[name.Receiver], whole.Escape());
            }
        }
    }

    private static string HeldKind(Resource resource)
    {
        foreach (Holding holding in resource.Holdings)
        {
            if (holding.Max > 0)
            {
                return holding.Kind;
            }
        }

        return RefEffect.DefaultKind;
    }

    /// <summary>Where the object must go back to its lender (<c>Of</c>): whether that is the one it came from.</summary>
    private void CheckLender(Call call, RefEffect effect, Value target, Resource resource, Holding holding, IParameterSymbol? parameter)
    {
        if (effect.Of is not { } of || holding.Source == 0 || AliasSource(call, of) is not { } to)
        {
            return;
        }

        Value from = Values[holding.Source];
        if (AreDifferent(from, to))
        {
            Report(new Finding(FindingKind.WrongRelease, call.Place, target, resource, effect.Kind, _state)
            {
                Member = call.Member,
                Parameter = parameter,
                Lenders = (to, from),
            });
        }
    }

    /// <summary>
    /// Whether two expressions stand for two objects as far as a reader can tell: two parameters, two fields of one
    /// object, something that was created here and has not left. What a call or the member of another object yields may
    /// be anything.
    /// </summary>
    private bool AreDifferent(Value left, Value right)
    {
        bool stale = false;
        if (left == right || Conditions.Decide(_state, Conditions.Equal(_state, left, right), ref stale) == true
            || _context.SiteOf(left) is not { } first || _context.SiteOf(right) is not { } second || first == second)
        {
            return false;
        }

        if (IsOwnCreation(left, first) || IsOwnCreation(right, second))
        {
            return true;
        }

        return first.Source is IParameterSymbol
            ? second.Source is IParameterSymbol
            : first is { Source: IFieldSymbol or IPropertySymbol, Container: var container } && second.Container == container
                && second.Source is IFieldSymbol or IPropertySymbol && !SymbolEqualityComparer.Default.Equals(first.Source, second.Source);
    }

    private static bool IsSourceOf(Resource resource, int value)
    {
        foreach (Holding holding in resource.Holdings)
        {
            if (holding.Source == value || holding.Batch == value)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOwnCreation(Value value, Values.Site site) =>
        site is { Provenance: Provenance.Created or Provenance.Owned, Source: IMethodSymbol { MethodKind: MethodKind.Constructor } }
        && _state.ResourceOf(value) is not { Escaped: true };
}
