using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>
/// <c>[OwnedRef(WhenMember = …)]</c>: a release of the object begins on two paths, one on which the flag is set and the
/// slot holds a reference, and one on which it is not and the object there is somebody else's. Any other body may be
/// about to change both, one after the other, so that nothing is said there.
/// </summary>
internal static class ConditionalOwner
{
    /// <summary>The flag of the slot; <see langword="null"/> where it has none, or none that can be followed.</summary>
    public static ISymbol? FlagOf(ISymbol slot, BodyContext context)
    {
        if (context.Contracts.Of(slot).Return.OwnedWhenMember is not { } name || slot.IsStatic || !context.IsOwnRelease)
        {
            return null;
        }

        foreach (ISymbol member in slot.ContainingType.GetMembers(name))
        {
            if (OwnedSlots.IsPlace(member) && OwnedSlots.TypeOf(member).SpecialType == SpecialType.System_Boolean)
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>The state in which the flag has the value; <see langword="null"/> where it is known to have the other one.</summary>
    public static FlowState? Assume(FlowState state, ISymbol flag, bool isSet, BodyContext context)
    {
        Name name = Name.Member(flag, flag.IsStatic ? Name.NoValue : context.ThisValue.Id);
        Site site = context.Sites.Of((name, "entry"), context.Graph.OriginalOperation.Syntax);
        site.Source = flag;
        OpaqueValue value = context.Values.Opaque(site.Id, 0, context.Compilation.GetSpecialType(SpecialType.System_Boolean));
        state = state.WithName(context.Names.IdOf(name), value);
        return context.Conditions.Assume(state, value, isSet);
    }

    /// <summary>While the flag is not set the slot names an object that others count.</summary>
    public static FlowState Lend(FlowState state, OpaqueValue value, ISymbol flag, BodyContext context) => state
        .WithResource(value, new Resource { Provenance = Provenance.BorrowedSlot })
        .WithStep(new Step(StepKind.NotOwned, PlaceOf(flag, context), value.Id, flag));

    private static SyntaxNode PlaceOf(ISymbol flag, BodyContext context)
    {
        SyntaxNode body = context.Graph.OriginalOperation.Syntax;
        foreach (SyntaxReference reference in flag.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree == body.SyntaxTree)
            {
                return reference.GetSyntax(context.Cancellation);
            }
        }

        return body;
    }
}
