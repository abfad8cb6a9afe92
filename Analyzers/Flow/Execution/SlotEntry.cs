using System.Collections.Generic;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Transfer;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>What the owned fields and properties of a body's own object hold when it begins.</summary>
internal static class SlotEntry
{
    /// <summary>The states in which the body may begin: one, or more where it depends on a flag whether a slot owns.</summary>
    public static List<FlowState> Add(FlowState entry, BodyContext context)
    {
        var states = new List<FlowState> { entry };
        foreach (ISymbol slot in context.Slots)
        {
            if (ConditionalOwner.FlagOf(slot, context) is not { } flag)
            {
                states = states.ConvertAll(state => Add(state, slot, context));
                continue;
            }

            var next = new List<FlowState>();
            foreach (FlowState state in states)
            {
                if (ConditionalOwner.Assume(state, flag, true, context) is { } owns)
                {
                    next.Add(Add(owns, slot, context));
                }

                if (ConditionalOwner.Assume(state, flag, false, context) is { } lends)
                {
                    next.Add(ConditionalOwner.Lend(Add(lends, slot, context), ValueOf(slot, context), flag, context));
                }
            }

            states = next;
        }

        return states;
    }

    private static FlowState Add(FlowState state, ISymbol slot, BodyContext context)
    {
        OpaqueValue value = ValueOf(slot, context);
        ITypeSymbol type = OwnedSlots.TypeOf(slot);
        int id = context.Names.IdOf(NameOf(slot, context));
        return StartsEmpty(slot, context) && (BodyShape.IsInitializer(context.Graph) || InitializerOf(slot, context) is null)
            ? AddEmpty(state, id, value, type, context)
            : AddFull(state.WithName(id, value), slot, value, context.SiteOf(value)!, context);
    }

    private static Name NameOf(ISymbol slot, BodyContext context) => Name.Member(slot, slot.IsStatic ? Name.NoValue : context.ThisValue.Id);

    private static OpaqueValue ValueOf(ISymbol slot, BodyContext context)
    {
        Site site = context.Sites.Of((NameOf(slot, context), "entry"), context.Graph.OriginalOperation.Syntax);
        site.Source = slot;
        site.TellsOfSelf = true;
        return context.Values.Opaque(site.Id, 0, OwnedSlots.TypeOf(slot));
    }

    private static FlowState AddEmpty(FlowState state, int name, OpaqueValue value, ITypeSymbol type, BodyContext context)
    {
        if (type.IsReferenceType)
        {
            return state.WithName(name, context.Values.Null);
        }

        return IsNumber(type)
            ? state.WithName(name, context.Values.Constant(0L))
            : state.WithName(name, value).WithFacts(value, new Facts { Nullness = Nullness.Null });
    }

    private static FlowState AddFull(FlowState state, ISymbol slot, OpaqueValue value, Site site, BodyContext context)
    {
        ElementContract contract = context.Contracts.Of(slot).Return;
        bool isCollection = OwnedElements.TypeIn(OwnedSlots.TypeOf(slot), contract.OwnedKind, context.Contracts) is not null;
        if (isCollection)
        {
            context.CollectionKinds[value.Id] = contract.OwnedKind;
        }

        site.Provenance = isCollection ? Provenance.OwnedCollection : Provenance.OwnedSlot;
        var resource = new Resource { Provenance = site.Provenance, SlotKind = contract.OwnedKind, Guarded = !CanTell(slot, context) };
        Nullness nullness = Nullness.Unknown;
        if (StartsEmpty(slot, context))
        {
            // It has an initializer, and nothing has run since: a new collection is empty, anything else is full.
            nullness = Nullness.NotNull;
            resource = isCollection ? resource with { SlotKind = null, Guarded = true } : resource;
        }

        return state.WithFacts(value, new Facts { Nullness = nullness, Resource = resource });
    }

    /// <summary>A constructor that is not chained to another one comes right after the initializers.</summary>
    private static bool StartsEmpty(ISymbol slot, BodyContext context)
    {
        IMethodSymbol method = context.Method;
        return method.MethodKind == (slot.IsStatic ? MethodKind.StaticConstructor : MethodKind.Constructor)
            && SymbolEqualityComparer.Default.Equals(slot.ContainingType, method.ContainingType)
            && !IsChained(method, context);
    }

    private static bool IsChained(IMethodSymbol constructor, BodyContext context)
    {
        foreach (SyntaxReference reference in constructor.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(context.Cancellation) is ConstructorDeclarationSyntax { Initializer.RawKind: (int)SyntaxKind.ThisConstructorInitializer })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether "it may be full" can be said of the slot. Who calls a private method, a nested function or a hook of a
    /// framework may know that it is empty; so does a constructor of what an initializer or another constructor stored.
    /// </summary>
    private static bool CanTell(ISymbol slot, BodyContext context)
    {
        IMethodSymbol method = context.Method;
        return method.MethodKind switch
        {
            MethodKind.Ordinary or MethodKind.PropertyGet => (method.DeclaredAccessibility != Accessibility.Private || OwnReleases.IsOwnRelease(method, context.Contracts))
                && !IsHook(method)
                && !(slot.IsStatic && method is { IsStatic: true, Name: "Main" }),
            MethodKind.PropertySet => !method.IsInitOnly && method.DeclaredAccessibility != Accessibility.Private,
            MethodKind.ExplicitInterfaceImplementation or MethodKind.Destructor => true,
            MethodKind.Constructor or MethodKind.StaticConstructor => StartsEmpty(slot, context),
            _ => false,
        };
    }

    // A framework that calls an override decides how often it does.
    private static bool IsHook(IMethodSymbol method)
    {
        IMethodSymbol root = method;
        while (root.OverriddenMethod is { } overridden)
        {
            root = overridden;
        }

        return !SymbolEqualityComparer.Default.Equals(root, method) && root.DeclaringSyntaxReferences.IsEmpty && method.Name is not ("Dispose" or "ReleaseHandle" or "DisposeAsyncCore");
    }

    private static ExpressionSyntax? InitializerOf(ISymbol slot, BodyContext context)
    {
        foreach (SyntaxReference reference in slot.DeclaringSyntaxReferences)
        {
            ExpressionSyntax? value = reference.GetSyntax(context.Cancellation) switch
            {
                VariableDeclaratorSyntax field => field.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value,
                _ => null,
            };
            if (value is not null && !IsEmpty(value))
            {
                return value;
            }
        }

        return null;
    }

    private static bool IsEmpty(ExpressionSyntax value) => value switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } forgiven => IsEmpty(forgiven.Operand),
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.NullLiteralExpression) || literal.IsKind(SyntaxKind.DefaultLiteralExpression),
        DefaultExpressionSyntax => true,
        _ => false,
    };

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr
        or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_UInt64;
}
