using System;
using System.Collections.Generic;
using System.Threading;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.Analyzers.Ownership;

/// <summary>
/// The code of a type that its own release may run: the releases themselves, and every member of the type that they
/// name, and so on. Names are enough, since a member too many only makes it silent.
/// </summary>
internal sealed class ReleaseReach
{
    private readonly INamedTypeSymbol _type;
    private readonly ContractProvider _contracts;
    private readonly CancellationToken _cancellation;
    private readonly List<IMethodSymbol> _releases = new();
    private readonly List<ISymbol> _hooks = new();
    private List<SyntaxNode> _reached = new();

    public ReleaseReach(INamedTypeSymbol type, ContractProvider contracts, CancellationToken cancellation)
    {
        _type = type;
        _contracts = contracts;
        _cancellation = cancellation;
        Find();
    }

    /// <summary>A release of the type; the one that users call before its parts. <see langword="null"/>: it has none.</summary>
    public IMethodSymbol? Release { get; private set; }

    /// <summary>Some release has a body that cannot be seen, or is not to be looked at.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>Whether the reached code does anything to the field that could give up what it holds, or overwrite it.</summary>
    public bool MayGiveUp(ISymbol field, ITypeSymbol held, string kind)
    {
        var mentions = new FieldMentions(field, held, kind, _contracts);
        return _reached.Exists(mentions.MayGiveUp);
    }

    /// <summary>
    /// The releases that end the object for their callers, <c>Dispose</c> and <c>DisposeAsync</c> for example, and leave
    /// the field alone, though another one does not.
    /// </summary>
    public IEnumerable<IMethodSymbol> ReleasesThatLeave(ISymbol field, ITypeSymbol held, string kind)
    {
        var mentions = new FieldMentions(field, held, kind, _contracts);
        foreach (IMethodSymbol release in _releases)
        {
            if (EndsObject(release) && !CodeReachedFrom(new Queue<ISymbol>(new[] { release })).Exists(mentions.MayGiveUp))
            {
                yield return release;
            }
        }
    }

    private bool EndsObject(IMethodSymbol release)
    {
        foreach (RefEffect effect in _contracts.Of(release).Receiver.Effects)
        {
            if (effect is { Acquires: false, Kind: RefEffect.DisposeKind, When: RefCondition.Always })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same of any member but constructors.</summary>
    public bool AnyMemberMayGiveUp(ISymbol field, ITypeSymbol held, string kind)
    {
        var mentions = new FieldMentions(field, held, kind, _contracts, countsStores: false);
        foreach (ISymbol member in _type.GetMembers())
        {
            if (member is IMethodSymbol { IsImplicitlyDeclared: false, MethodKind: not (MethodKind.Constructor or MethodKind.StaticConstructor) })
            {
                foreach (SyntaxReference reference in member.DeclaringSyntaxReferences)
                {
                    if (mentions.MayGiveUp(reference.GetSyntax(_cancellation)))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private void Find()
    {
        foreach (ISymbol member in _type.GetMembers())
        {
            if (member is not IMethodSymbol method)
            {
                continue;
            }

            if (OwnReleases.IsOwnRelease(method, _contracts))
            {
                Release = Release is null || Rank(method) < Rank(Release) ? method : Release;
                IsUnknown |= method.IsAbstract || method.IsExtern || _contracts.Of(method).IsTrusted;
                _releases.Add(method);
            }
            else if (method.IsOverride && method.OverriddenMethod?.ContainingType.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType))
            {
                _hooks.Add(method);
            }
        }

        // The release of a base type may call what is overridden here.
        var roots = new Queue<ISymbol>(_releases);
        _hooks.ForEach(roots.Enqueue);
        _reached = CodeReachedFrom(roots);
    }

    private List<SyntaxNode> CodeReachedFrom(Queue<ISymbol> work)
    {
        var code = new List<SyntaxNode>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        while (work.Count > 0)
        {
            ISymbol next = work.Dequeue();
            if (seen.Add(next))
            {
                foreach (SyntaxReference reference in next.DeclaringSyntaxReferences)
                {
                    SyntaxNode body = reference.GetSyntax(_cancellation);
                    code.Add(body);
                    Follow(body, work);
                }
            }
        }

        return code;
    }

    private void Follow(SyntaxNode body, Queue<ISymbol> work)
    {
        foreach (SyntaxNode node in body.DescendantNodes())
        {
            if (node is BaseExpressionSyntax)
            {
                _hooks.ForEach(work.Enqueue);
            }
            else if (node is SimpleNameSyntax name)
            {
                foreach (ISymbol member in _type.GetMembers(name.Identifier.ValueText))
                {
                    if (member is IMethodSymbol or IPropertySymbol)
                    {
                        work.Enqueue(member);
                    }
                }
            }
        }
    }

    private static int Rank(IMethodSymbol method) => method switch
    {
        { MethodKind: MethodKind.Destructor } => 3,
        { Parameters.IsEmpty: false } => 2,
        { Name: "Dispose" } => 0,
        _ => 1,
    };
}
