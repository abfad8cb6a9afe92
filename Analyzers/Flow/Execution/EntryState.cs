using System.Collections.Generic;
using System.Collections.Immutable;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Transfer;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>What a body starts with: its parameters, and what its own contract says that it was given.</summary>
internal static class EntryState
{
    public static List<FlowState> Create(BodyContext context)
    {
        FlowState state = FlowState.Empty;
        MemberContract contract = context.Contracts.Of(context.Method);
        // What an initializer sees of the parameters of a primary constructor other initializers see too.
        bool isInitializer = BodyShape.IsInitializer(context.Graph);
        foreach (IParameterSymbol parameter in isInitializer ? ImmutableArray<IParameterSymbol>.Empty : context.Method.Parameters)
        {
            ElementContract element = StoredValue(parameter, context) ?? contract.Parameter(parameter.Ordinal);
            Site site = context.Sites.Of(parameter, PlaceOf(parameter, context));
            site.Source = parameter;
            site.Provenance = ProvenanceOf(parameter, element, context);
            OpaqueValue value = context.Values.Opaque(site.Id, 0, parameter.Type);
            context.Enter(parameter, value);
            state = state.WithName(context.Names.IdOf(Name.Of(parameter)), value);
            if (Given(element, site) is { } given)
            {
                state = state.WithResource(value, given);
                state = state.WithStep(new Step(StepKind.Acquired, site.Place, value.Id, parameter, given.Holdings[0].Kind));
            }

            if (element.Origin == RefOrigin.Owned && OwnedElements.TypeIn(parameter.Type, element.OwnedKind, context.Contracts) is not null)
            {
                context.CollectionKinds[value.Id] = element.OwnedKind;
                state = state.WithResource(value, new Resource { Provenance = Provenance.OwnedCollection, SlotKind = element.OwnedKind, Guarded = true });
            }
            state = WithBatches(state, element, value, context);

            foreach (string trait in element.Traits)
            {
                state = state.WithFacts(value, state.FactsOf(value).WithTrait(trait, true));
            }

            foreach (string trait in context.Contracts.TraitsOf(parameter.Type))
            {
                state = state.WithFacts(value, state.FactsOf(value).WithTrait(trait, true));
            }
        }

        return SlotEntry.Add(state, context);
    }

    /// <summary>A parameter that the contract says is given up was handed to this body with a reference.</summary>
    private static Resource? Given(ElementContract element, Site site)
    {
        var given = new Resource { Provenance = site.Provenance };
        foreach (RefEffect effect in element.Effects)
        {
            if (!effect.Acquires && effect.Member is null)
            {
                given = given.With(given.HoldingOf(effect.Kind).More() with { Site = site.Id });
            }
        }

        return given.MayBeHeld ? given : null;
    }

    /// <summary>What is assigned to an owned property is handed over to its setter.</summary>
    private static ElementContract? StoredValue(IParameterSymbol parameter, BodyContext context)
    {
        if (context.Method is not { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol property } setter || parameter.Ordinal != setter.Parameters.Length - 1)
        {
            return null;
        }

        ElementContract value = context.Contracts.Of(property).Return;
        return value.Origin == RefOrigin.Owned && OwnedElements.TypeIn(property.Type, value.OwnedKind, context.Contracts) is null
            ? new ElementContract { Effects = ImmutableArray.Create(new RefEffect { Kind = value.OwnedKind }) }
            : null;
    }

    /// <summary>Where a parameter says how many were handed over, there is at least one: none would be nothing to give up.</summary>
    private static FlowState WithBatches(FlowState state, ElementContract element, Value value, BodyContext context)
    {
        foreach (RefEffect effect in element.Effects)
        {
            foreach (IParameterSymbol count in context.Method.Parameters)
            {
                if (!effect.Acquires && effect.Count == count.Name && state.ResourceOf(value) is { } resource)
                {
                    OpaqueValue number = context.Values.Opaque(context.Sites.Of(count, PlaceOf(count, context)).Id, 0, count.Type);
                    state = context.Conditions.AssumeRange(state, number, static range => range.AtLeast(1)) ?? state;
                    state = state.WithResource(value, resource.With(resource.HoldingOf(effect.Kind) with { Batch = number.Id }));
                }
            }
        }

        return state;
    }

    private static Provenance ProvenanceOf(IParameterSymbol parameter, ElementContract element, BodyContext context)
    {
        if (context.Method.MethodKind is MethodKind.AnonymousFunction)
        {
            return Provenance.Foreign;
        }

        bool releases = false;
        foreach (RefEffect effect in element.Effects)
        {
            if (effect.Acquires || !effect.IsUnconditional || effect.Idempotent || effect.Keeper is not null)
            {
                // How much is left at the end depends on the answer; that is for the verification of contracts.
                return Provenance.HelperArgument;
            }

            releases = true;
        }

        if (releases)
        {
            return BodyShape.IsPrimitive(context) ? Provenance.HelperArgument : Provenance.Consumed;
        }

        if (parameter.RefKind is RefKind.Ref or RefKind.Out)
        {
            return Provenance.Foreign;
        }

        if (element.Origin == RefOrigin.Uncounted)
        {
            return Provenance.Uncounted;
        }

        return element.Requires || element.Origin == RefOrigin.Borrowed || element.KeptBy is not null || BodyShape.IsPublic(context.Method)
            ? Provenance.Lent
            : Provenance.HelperArgument;
    }

    private static SyntaxNode PlaceOf(IParameterSymbol parameter, BodyContext context)
    {
        SyntaxNode body = context.Graph.OriginalOperation.Syntax;
        foreach (SyntaxReference reference in parameter.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree == body.SyntaxTree)
            {
                return reference.GetSyntax(context.Cancellation);
            }
        }

        return body;
    }
}
