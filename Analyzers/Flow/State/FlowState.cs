using System;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.State;

/// <summary>
/// One path, as far as it is remembered: what every name stands for, and what is known of every value. Immutable;
/// two states are equal when nothing that follows can tell them apart, whatever story led to them.
/// </summary>
internal sealed class FlowState : IEquatable<FlowState>
{
    public static readonly FlowState Empty = new(IntMap<Value>.Empty, IntMap<Facts>.Empty, false, null);

    private FlowState(IntMap<Value> names, IntMap<Facts> facts, bool uncertain, Trace? trace, SyntaxNode? exit = null, SyntaxNode? returnPlace = null)
    {
        Exit = exit;
        ReturnPlace = returnPlace;
        Names = names;
        Facts = facts;
        Uncertain = uncertain;
        Trace = trace;
    }

    /// <summary>By the id of a name (<see cref="Names.NameTable"/>).</summary>
    public IntMap<Value> Names { get; }

    /// <summary>By the id of a value.</summary>
    public IntMap<Facts> Facts { get; }

    /// <summary>
    /// Something that tells paths apart was forgotten, so that the state may stand for no path that can be taken. What
    /// goes wrong in it is reported only where it goes wrong in every other state as well.
    /// </summary>
    public bool Uncertain { get; }

    /// <summary>The jump by which the path left its last statement; like the trace no part of what makes states equal.</summary>
    public SyntaxNode? Exit { get; }

    /// <summary>The expression whose value is about to be returned.</summary>
    public SyntaxNode? ReturnPlace { get; }

    public Trace? Trace { get; }

    public Facts FactsOf(Value value) => Facts.Find(value.Id) ?? State.Facts.None;

    public Resource? ResourceOf(Value value) => Facts.Find(value.Id)?.Resource;

    /// <summary>Whether the path holds a reference of the kind, on whatever object.</summary>
    public bool Holds(string kind)
    {
        for (int i = 0; i < Facts.Count; i++)
        {
            if (Facts.ValueAt(i).Resource is { } resource && resource.HoldingOf(kind).Max > 0)
            {
                return true;
            }
        }

        return false;
    }

    public FlowState WithName(int name, Value value)
    {
        IntMap<Value> names = Names.With(name, value);
        return ReferenceEquals(names, Names) ? this : new FlowState(names, Facts, Uncertain, Trace, Exit, ReturnPlace);
    }

    public FlowState WithoutName(int name)
    {
        IntMap<Value> names = Names.Without(name);
        return ReferenceEquals(names, Names) ? this : new FlowState(names, Facts, Uncertain, Trace, Exit, ReturnPlace);
    }

    public FlowState WithNames(IntMap<Value> names) => ReferenceEquals(names, Names) ? this : new FlowState(names, Facts, Uncertain, Trace, Exit, ReturnPlace);

    public FlowState WithFacts(IntMap<Facts> facts) => ReferenceEquals(facts, Facts) ? this : new FlowState(Names, facts, Uncertain, Trace, Exit, ReturnPlace);

    public FlowState WithFacts(Value value, Facts facts) => WithFacts(facts.Equals(State.Facts.None) ? Facts.Without(value.Id) : Facts.With(value.Id, facts));

    public FlowState WithResource(Value value, Resource resource) => WithFacts(value, FactsOf(value) with { Resource = resource.Settle() });

    public FlowState WithStep(Step step) => new(Names, Facts, Uncertain, Trace.Append(Trace, step), Exit, ReturnPlace);

    public FlowState WithExit(SyntaxNode? exit, SyntaxNode? returnPlace) => new(Names, Facts, Uncertain, Trace, exit, returnPlace);

    /// <summary>This state, with a story that is also the other's.</summary>
    public FlowState Meet(FlowState other) =>
        ReferenceEquals(Trace, other.Trace) ? this : new FlowState(Names, Facts, Uncertain, Trace.Meet(Trace, other.Trace), Exit, ReturnPlace);

    public FlowState AsUncertain() => Uncertain ? this : new FlowState(Names, Facts, true, Trace, Exit, ReturnPlace);

    public bool Equals(FlowState? other) =>
        other is not null && Uncertain == other.Uncertain && Names.Equals(other.Names) && Facts.Equals(other.Facts);

    public override bool Equals(object? obj) => Equals(obj as FlowState);

    public override int GetHashCode() => unchecked((Names.GetHashCode() * 31) + Facts.GetHashCode());
}
