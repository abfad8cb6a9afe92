using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Devmap.Analyzers.Options;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Pages of device memory live by a reference on the range that they lie in as well, without being counted themselves.</summary>
internal sealed partial class Evaluator
{
    /// <summary>
    /// Whether a range that the path holds keeps the page for a touch. To take a reference on top of one needs more since
    /// v6.15: there has to be one, and an idle page has none.
    /// </summary>
    private bool IsKeptByRange(Misuse wrong, ElementContract contract, IParameterSymbol? parameter)
    {
        bool isKept = parameter is null
            && (_context.Options.Era != KernelEra.Linux615 || !HasAcquire(contract))
            && IsPage(wrong.Subject)
            && (wrong.Resource.Provenance == Provenance.Uncounted || _state.FactsOf(wrong.Subject).Traits.Contains(WellKnownTraits.ZoneDevice))
            && _state.Holds(WellKnownKinds.PgMap);
        for (int i = 0; isKept && i < _state.Facts.Count; i++)
        {
            NeedRange(Values[_state.Facts.KeyAt(i)]);
        }

        return isKept;
    }

    /// <summary>
    /// A range is taken by way of a page that is held. Since v6.15 the page keeps its range, so that the reference can go if
    /// nothing shows until its release that it is needed.
    /// </summary>
    private void NoteRange(Call call, RefEffect effect, Value range)
    {
        if (effect.Kind != WellKnownKinds.PgMap || _context.Options.Era != KernelEra.Linux615)
        {
            return;
        }

        _context.RangePages.Remove(range.Id);
        foreach (CallArgument argument in call.Arguments)
        {
            if (_context.SiteOf(argument.Value) is { Container: >= 0 and var container, Source: IPropertySymbol } && IsPage(Values[container]) && IsHeldHere(container))
            {
                _context.RangePages[range.Id] = container;
                return;
            }
        }

        NeedRange(range);
    }

    /// <summary>The reference is given up again: was it good for anything?</summary>
    private void EndRange(Value range, Resource resource, Holding holding)
    {
        if (!_context.RangePages.TryGetValue(range.Id, out int page))
        {
            return;
        }

        if (!IsHeldHere(page) || _state.Uncertain)
        {
            NeedRange(range);
            return;
        }

        Site site = _context.Sites[holding.Site];
        Report(new Finding(FindingKind.UnneededReference, site.Place, range, resource, holding.Kind, _state) { Member = site.Source, KeptThrough = Values[page] });
    }

    /// <summary>Whoever looks at the range itself, or hands it on, has taken it for that.</summary>
    private void UseRanges(Call call)
    {
        if (_context.RangePages.Count == 0)
        {
            return;
        }

        if (call.Receiver is { } receiver && call.Contract.Receiver.Effects.IsEmpty)
        {
            NeedRange(receiver);
        }

        foreach (CallArgument argument in call.Arguments)
        {
            if (argument.Parameter is null || call.Contract.Parameter(argument.Parameter.Ordinal).Effects.IsEmpty)
            {
                NeedRange(argument.Value);
            }
        }
    }

    private void NeedRange(Value range)
    {
        if (_context.RangePages.ContainsKey(range.Id) && _state.ResourceOf(range)?.HoldingOf(WellKnownKinds.PgMap) is { Max: > 0, Site: var site })
        {
            _context.Findings.Retract(FindingKind.UnneededReference, _context.Sites[site].Place);
        }
    }

    private bool IsHeldHere(int value) => _state.ResourceOf(Values[value]) is { Escaped: false, IsHeld: true };

    private static bool IsPage(Value value) =>
        value is OpaqueValue { Type: { Name: "Page", ContainingNamespace: { Name: "Devmap", ContainingNamespace.IsGlobalNamespace: true } } };
}
