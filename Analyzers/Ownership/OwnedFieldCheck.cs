using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Devmap.Analyzers.Baselines;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Gate;
using Devmap.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Devmap.Analyzers.Ownership;

/// <summary>
/// DVM2007 at the field: no release of the type as much as touches what the field owns. Releases that do are followed
/// path by path, and speak for themselves (<see cref="Rules.OwnedFieldNotReleased"/>).
/// </summary>
internal sealed class OwnedFieldCheck
{
    private readonly ContractProvider _contracts;
    private readonly ReleaseFinder _releases;
    private readonly Baseline _baseline;
    private readonly NameGate _gate;

    public OwnedFieldCheck(Compilation compilation, ContractProvider contracts, NameGate gate, Baseline baseline)
    {
        _gate = gate;
        _baseline = baseline;
        _contracts = contracts;
        _releases = new ReleaseFinder(compilation, contracts);
    }

    public void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return;
        }

        ReleaseReach? reach = null;
        foreach (ISymbol member in type.GetMembers())
        {
            if (_gate.MayHaveContract(member, context.CancellationToken) && IsOwned(member, out ITypeSymbol held))
            {
                if (_contracts.Of(type).IsTrusted)
                {
                    return;
                }

                reach ??= new ReleaseReach(type, _contracts, context.CancellationToken);
                Check(member, held, reach, context);
            }
        }
    }

    private bool IsOwned(ISymbol member, out ITypeSymbol held)
    {
        held = member switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null!,
        };

        // A backing field is spoken of by the name of its property.
        return held is not null && !member.IsStatic && !member.IsImplicitlyDeclared && !member.IsAbstract
            && _contracts.Of(member).Return is { Origin: RefOrigin.Owned }
            && OwnedSlots.IsPlace(member);
    }

    private void Check(ISymbol member, ITypeSymbol held, ReleaseReach reach, SymbolAnalysisContext context)
    {
        string kind = _contracts.Of(member).Return.OwnedKind;
        if (reach.IsUnknown)
        {
            return;
        }

        if (reach.MayGiveUp(member, held, kind))
        {
            foreach (IMethodSymbol release in reach.ReleasesThatLeave(member, held, kind))
            {
                Report(release.Locations[0], member, held, kind, release, context);
            }
        }
        else if (!MayBeGivenUpElsewhere(member, reach, held, kind))
        {
            Report(member.Locations[0], member, held, kind, reach.Release, context);
        }
    }

    private void Report(Location place, ISymbol member, ITypeSymbol held, string kind, IMethodSymbol? release, SymbolAnalysisContext context)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        properties.Add(DiagnosticProperties.Slot, member.Name);
        properties.Add(DiagnosticProperties.Kind, kind);
        properties.Add(DiagnosticProperties.Fingerprint, Fingerprint.Of(DiagnosticIds.OwnedFieldNotReleased, release ?? member, kind, member.Name));

        // A fix works in one document.
        Location end = release is not null && release.Locations[0].SourceTree == place.SourceTree ? release.Locations[0] : place;
        if (release is not null && _releases.ReleaseCallOf(held, kind, member.ContainingType) is { } call)
        {
            properties.Add(DiagnosticProperties.ReleaseCall, call);
        }

        string line = (end.GetLineSpan().StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture);
        string why = release is null ? $"'{member.ContainingType.Name}' has no release of its own" : $"'{NameOf(release)}' leaves it alone";
        properties.Add(DiagnosticProperties.Story, $"1. line {line}: {why}");
        properties.Add(DiagnosticProperties.StoryRoles, "end");
        var report = Diagnostic.Create(
            Descriptors.OwnedFieldNotReleased,
            place,
            new[] { end },
            properties.ToImmutable(),
            kind == RefEffect.DefaultKind ? string.Empty : $"'{kind}' ",
            member.Name,
            why);
        foreach (Diagnostic diagnostic in _baseline.New(new List<Diagnostic> { report }))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    /// <summary>
    /// Whoever can reach the field may do what the type does not; and a type without a release may have a method that is
    /// one by convention.
    /// </summary>
    private static bool MayBeGivenUpElsewhere(ISymbol member, ReleaseReach reach, ITypeSymbol held, string kind)
    {
        if (reach.Release is null)
        {
            return member.DeclaredAccessibility != Accessibility.Private || reach.AnyMemberMayGiveUp(member, held, kind);
        }

        return member.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal or Accessibility.ProtectedAndInternal
            && !member.ContainingType.IsSealed;
    }

    private static string NameOf(ISymbol release) =>
        release is IMethodSymbol { MethodKind: MethodKind.Destructor } ? "~" + release.ContainingType.Name : release.Name;
}
