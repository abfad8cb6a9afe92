using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Stories;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM1003: a device page is touched with neither a page reference nor a live pgmap reference.</summary>
internal sealed class MissingPgMapReference : Rule
{
    /// <summary>The kind of reference that keeps a range of device memory.</summary>
    public const string PgMapKind = "pgmap";

    public MissingPgMapReference()
        : base(Descriptors.MissingPgMapReference)
    {
    }

    public override bool Claims(Finding finding, KnownSymbols symbols) =>
        finding.Kind == FindingKind.MissingReference
        && finding.Parameter is null
        && symbols.IsPage(finding.Member?.ContainingType)
        && !finding.Holds(PgMapKind);

    public override Diagnostic Report(Finding finding, Story story) =>
        story.Tell(Descriptor, story.Last("it is touched here"), story.MemberName, story.Name, story.WhyNotHeld);
}
