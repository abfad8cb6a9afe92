using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Devmap.Analyzers.Contracts;

/// <summary>
/// Finds the calls that a code fix writes: how a reference is given up, how one is taken conditionally, how a trait is
/// tested. Asked when a diagnostic is reported, so nothing is kept.
/// </summary>
internal sealed class ReleaseFinder
{
    private readonly Compilation _compilation;
    private readonly ContractProvider _contracts;

    public ReleaseFinder(Compilation compilation, ContractProvider contracts)
    {
        _compilation = compilation;
        _contracts = contracts;
    }

    /// <summary>
    /// The call without arguments or condition that gives a reference up, as C# with <c>{0}</c> in the place of the object:
    /// <c>{0}.Put()</c>. A method that does nothing else comes first, then one that is not obsolete, then the first by name.
    /// </summary>
    /// <param name="type">The static type of the object.</param>
    /// <param name="kind">The kind of the reference.</param>
    /// <param name="within">The type from which the call is made; <see langword="null"/>: any type of the compilation.</param>
    /// <returns><see langword="null"/>: there is no such call.</returns>
    public string? ReleaseCallOf(ITypeSymbol type, string kind, INamedTypeSymbol? within = null) =>
        BestCall(type, within, method => IsRelease(method, kind));

    /// <summary>As <see cref="ReleaseCallOf"/>, for a static method that takes the object and nothing else: <c>Marshal.FreeHGlobal({0})</c>.</summary>
    /// <param name="declaring">The type whose methods are looked at.</param>
    /// <param name="type">The static type of the object.</param>
    /// <param name="kind">The kind of the reference.</param>
    /// <param name="within">The type from which the call is made; <see langword="null"/>: any type of the compilation.</param>
    public string? StaticReleaseCallOf(INamedTypeSymbol declaring, ITypeSymbol type, string kind, INamedTypeSymbol? within = null)
    {
        foreach (var member in declaring.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: true, Arity: 0, Parameters.Length: 1 } method
                && _contracts.Of(method).Parameter(0).Effects is { Length: 1 } effects
                && effects[0] is { Acquires: false, IsUnconditional: true, Member: null, Count: null, Of: null, Keeper: null }
                && effects[0].Kind == kind
                && _compilation.HasImplicitConversion(type, method.Parameters[0].Type)
                && _compilation.IsSymbolAccessibleWithin(method, (ISymbol?)within ?? _compilation.Assembly))
            {
                return declaring.Name + "." + Escape(method.Name) + "({0})";
            }
        }

        return null;
    }

    /// <summary>The call without arguments that takes a reference when it answers <see langword="true"/>: <c>{0}.TryGet()</c>.</summary>
    /// <inheritdoc cref="ReleaseCallOf"/>
    public string? TryAcquireCallOf(ITypeSymbol type, string kind, INamedTypeSymbol? within = null) =>
        BestCall(type, within, method => IsTryAcquire(method, kind));

    /// <summary>The call without arguments or condition that takes a reference and does nothing else: <c>{0}.Get()</c>.</summary>
    /// <inheritdoc cref="ReleaseCallOf"/>
    public string? AcquireCallOf(ITypeSymbol type, string kind, INamedTypeSymbol? within = null) =>
        BestCall(type, within, method => IsAcquire(method, kind));

    /// <summary>
    /// The bool member that tests for a trait, as it stands after the dot: <c>IsFsDax</c>, or <c>IsFsDax()</c> for a method.
    /// </summary>
    /// <inheritdoc cref="ReleaseCallOf"/>
    public string? TraitTestOf(ITypeSymbol type, string trait, INamedTypeSymbol? within = null)
    {
        ISymbol? best = null;
        foreach (var member in MembersOf(type, within))
        {
            if (IsBoolMember(member) && _contracts.Of(member).TestsTrait == trait && (best is null || Compare(member, best) < 0))
                best = member;
        }

        return best switch
        {
            null => null,
            IMethodSymbol => Escape(best.Name) + "()",
            _ => Escape(best.Name),
        };
    }

    private string? BestCall(ITypeSymbol type, INamedTypeSymbol? within, Func<IMethodSymbol, bool> fits)
    {
        IMethodSymbol? best = null;
        foreach (var member in MembersOf(type, within))
        {
            if (member is IMethodSymbol method && IsPlainCall(method) && fits(method) && (best is null || Compare(method, best) < 0))
                best = method;
        }

        return best is null ? null : "{0}." + Escape(best.Name) + "()";
    }

    private bool IsRelease(IMethodSymbol method, string kind)
    {
        // The result of the call is dropped: it must not be a task that has to be awaited, nor something owned.
        if (IsTask(method.ReturnType) || !_contracts.Of(method).Return.Effects.IsEmpty)
            return false;

        var found = false;
        foreach (var effect in _contracts.Of(method).Receiver.Effects)
        {
            // Another effect on the way is only harmless if it takes nothing.
            if (effect is not { Acquires: false, IsUnconditional: true, Member: null, Count: null, Of: null, Keeper: null })
                return false;

            found |= effect.Kind == kind;
        }

        return found;
    }

    private bool IsTryAcquire(IMethodSymbol method, string kind) =>
        method.ReturnType.SpecialType == SpecialType.System_Boolean
        && _contracts.Of(method).Receiver.Effects is { Length: 1 } effects
        && effects[0] is { Acquires: true, When: RefCondition.True, WhenParameter: null, ThrowsOtherwise: false, Member: null, Count: null }
        && effects[0].Kind == kind;

    private bool IsAcquire(IMethodSymbol method, string kind) =>
        !IsTask(method.ReturnType)
        && _contracts.Of(method) is { Return.Effects.IsEmpty: true, Receiver.Effects: { Length: 1 } effects }
        && effects[0] is { Acquires: true, When: RefCondition.Always, Member: null, Count: null }
        && effects[0].Kind == kind;

    private static bool IsPlainCall(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, Arity: 0, Parameters.IsEmpty: true };

    private static bool IsBoolMember(ISymbol member) => member switch
    {
        IPropertySymbol { Parameters.IsEmpty: true, GetMethod: not null, Type.SpecialType: SpecialType.System_Boolean } => true,
        IFieldSymbol { Type.SpecialType: SpecialType.System_Boolean } => true,
        IMethodSymbol { ReturnType.SpecialType: SpecialType.System_Boolean } method => IsPlainCall(method),
        _ => false,
    };

    private int Compare(ISymbol left, ISymbol right)
    {
        var byRank = Rank(left).CompareTo(Rank(right));
        return byRank != 0 ? byRank : string.CompareOrdinal(left.Name, right.Name);
    }

    private int Rank(ISymbol member)
    {
        var effects = _contracts.Of(member).Receiver.Effects;
        return (IsObsolete(member) ? 8 : 0)
            + (effects.Length > 1 ? 4 : 0)
            + (effects.Length == 1 && effects[0].All ? 2 : 0)
            + (member is IMethodSymbol { ReturnsVoid: false } ? 1 : 0);
    }

    /// <summary>The instance members that can be called on the type, without those that a nearer one of the same name hides.</summary>
    private List<ISymbol> MembersOf(ITypeSymbol type, INamedTypeSymbol? within)
    {
        var members = new List<ISymbol>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var current = type; current != null; current = current.BaseType)
            Add(current);

        if (type is ITypeParameterSymbol parameter)
        {
            foreach (var constraint in parameter.ConstraintTypes)
            {
                foreach (var member in MembersOf(constraint, within))
                {
                    if (names.Add(member.Name))
                        members.Add(member);
                }
            }
        }
        else if (type.TypeKind == TypeKind.Interface)
        {
            foreach (var extended in type.AllInterfaces)
                Add(extended);
        }

        return members;

        void Add(ITypeSymbol declaring)
        {
            foreach (var member in declaring.GetMembers())
            {
                var canBeCalled = !member.IsStatic && member.CanBeReferencedByName
                    && (member is IPropertySymbol or IFieldSymbol || (member is IMethodSymbol method && IsPlainCall(method)))
                    && _compilation.IsSymbolAccessibleWithin(member, (ISymbol?)within ?? _compilation.Assembly);
                if (canBeCalled && names.Add(member.Name))
                    members.Add(member);
            }
        }
    }

    private static bool IsTask(ITypeSymbol type) =>
        type.Name is "Task" or "ValueTask" && type.ContainingNamespace?.ToDisplayString() == "System.Threading.Tasks";

    private static bool IsObsolete(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "ObsoleteAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }

    private static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
