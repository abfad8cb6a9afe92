using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Arrays that are filled with objects that nothing holds, and handed to a call that requires all of them.</summary>
internal sealed partial class Evaluator
{
    /// <summary>
    /// Remembers of an array that one of its elements is unheld. Any store of another sort, and any acquire of what may be
    /// the element, makes it an array like any other: a loop that takes references is not counted along.
    /// </summary>
    private void NoteElement(Value array, Value value)
    {
        Misuse? unheld = _state.FactsOf(value).Nullness == Nullness.Null ? null : FindUnheld(value, kind: null, here: true);
        int element = unheld?.Subject.Id ?? 0;
        if ((element != 0 || _state.ResourceOf(array) is { UnheldElement: > 0 }) && array is OpaqueValue && ResourceFor(array) is { Escaped: false } whole)
        {
            _state = _state.WithResource(array, whole with { UnheldElement = element });
        }
    }

    private Misuse? FindUnheldElement(Value array, ElementContract contract)
    {
        if (_state.ResourceOf(array) is not { UnheldElement: > 0 and var id, Escaped: false })
        {
            return null;
        }

        Value element = Values[id];
        Site site = _context.SiteOf(element)!;
        if (!contract.RequiresHeld && site.Provenance != Provenance.Uncounted)
        {
            return null;
        }

        // Who got hold of the array that it came from may have counted it.
        return site.Container >= 0 && _state.ResourceOf(Values[site.Container]) is { Escaped: true }
            ? null
            : new Misuse(FindingKind.MissingReference, element, new Resource { Provenance = site.Provenance });
    }

    /// <summary>
    /// An element that is read by a variable index, as a loop over all does: the unheld one is among them. What was stored by
    /// name or by number is known by that name or number as long as it is there.
    /// </summary>
    private Misuse? FindUnheldAmong(Value element, Site read)
    {
        if (read is not { Source: null, Container: >= 0 } || _state.ResourceOf(Values[read.Container]) is not { UnheldElement: > 0 and var id, Escaped: false, Provenance: Provenance.Created })
        {
            return null;
        }

        Site stored = _context.SiteOf(Values[id])!;
        return stored.Provenance == Provenance.Uncounted && IsReadByVariable(element, read.Container)
            ? new Misuse(FindingKind.MissingReference, Values[id], new Resource { Provenance = stored.Provenance })
            : null;
    }

    private bool IsReadByVariable(Value element, int array)
    {
        for (int i = 0; i < _state.Names.Count; i++)
        {
            Name name = _context.Names[_state.Names.KeyAt(i)];
            if (_state.Names.ValueAt(i) == element && name.Symbol is null && name.Receiver == array)
            {
                return name.Index >= 0 && Values[name.Index] is not ConstantValue;
            }
        }

        return false;
    }

    /// <summary>Something was acquired that may be the unheld element of an array, under whatever name.</summary>
    private void ForgetUnheldElements(Value acquired)
    {
        FlowState state = _state;
        for (int i = 0; i < state.Facts.Count; i++)
        {
            if (state.Facts.ValueAt(i).Resource is { UnheldElement: > 0 } whole && MayBeOne(acquired, Values[whole.UnheldElement]))
            {
                _state = _state.WithResource(Values[state.Facts.KeyAt(i)], whole with { UnheldElement = 0 });
            }
        }
    }

    private bool MayBeOne(Value left, Value right) =>
        left is not OpaqueValue { Type: { } first } || right is not OpaqueValue { Type: { } second }
        || _context.Compilation.HasImplicitConversion(first, second) || _context.Compilation.HasImplicitConversion(second, first);

    /// <summary>A callee that does not ask for references may have filled the array anew.</summary>
    private void ForgetUnheldElements(CallArgument argument, ElementContract contract)
    {
        if (!contract.Requires && _state.ResourceOf(argument.Value) is { UnheldElement: > 0 } whole)
        {
            _state = _state.WithResource(argument.Value, whole with { UnheldElement = 0 });
        }
    }
}
