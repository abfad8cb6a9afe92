using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Devmap.Analyzers;
using Microsoft.CodeAnalysis;

namespace Devmap.CodeFixes.Syntax;

/// <summary>A leaked reference as the fixes see it: where it is held, what is done with the object, and how it is released.</summary>
internal sealed class Leak
{
    private Leak(FixSite site, string name, HeldRegion region, IReadOnlyList<ObjectUse> uses, string release)
    {
        Site = site;
        Name = name;
        Region = region;
        Uses = uses;
        Release = release;
    }

    public FixSite Site { get; }

    public string Name { get; }

    public HeldRegion Region { get; }

    public IReadOnlyList<ObjectUse> Uses { get; }

    /// <summary>The statement that releases the object, with a null test where nobody has asked.</summary>
    public string Release { get; }

    /// <summary>Reads it; <see langword="null"/> where the object has no name, no release call is known, or nobody can say where it is held.</summary>
    public static Leak? Find(FixSite site, CancellationToken cancellationToken)
    {
        if (site.Target is not { } target || site.ObjectName is not { } name
            || ReleaseOf(site, target, name, cancellationToken) is not { } release
            || HeldRegion.Find(site, target, name, cancellationToken) is not { } region)
        {
            return null;
        }

        // A local that a condition declares is visible behind the condition only.
        var place = region.IsEmpty ? target : region.List.Statements[region.First];
        var scope = target.AncestorsAndSelf().FirstOrDefault(StatementList.IsFunction) ?? site.Root;
        var uses = ObjectUses.Find(site, place, name, release, scope, cancellationToken);
        return new Leak(site, name, region, uses, (region.MaybeNull ? WithNullTest(name, release) : release) + ";");
    }

    private static string? ReleaseOf(FixSite site, SyntaxNode target, string name, CancellationToken cancellationToken) =>
        site.CallOn(DiagnosticProperties.ReleaseCall, name)
        ?? (site.Property(DiagnosticProperties.Kind) is { } kind ? CountedRelease.Of(site, target, name, kind, cancellationToken) : null);

    private static string WithNullTest(string name, string release) =>
        release.StartsWith(name + ".", System.StringComparison.Ordinal)
            ? name + "?" + release.Substring(name.Length)
            : $"if ({name} != null) {release}";
}
