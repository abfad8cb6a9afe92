using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Options;
using Devmap.Analyzers.Stories;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>
/// DVM1003: a device page is touched with neither a page reference nor a live pgmap reference. As advice: a pgmap reference
/// that a page reference makes unnecessary.
/// </summary>
internal sealed class MissingPgMapReference : Rule
{
    private readonly DiagnosticDescriptor _unneeded;

    public MissingPgMapReference()
        : base(Descriptors.MissingPgMapReference)
    {
        _unneeded = new DiagnosticDescriptor(
            Descriptor.Id,
            Descriptor.Title,
            "The reference that '{0}' takes can go: '{1}' is held meanwhile, and a page that is held keeps its range",
            Descriptor.Category,
            DiagnosticSeverity.Info,
            isEnabledByDefault: true,
            Descriptor.Description,
            Descriptor.HelpLinkUri);
    }

    public override bool Claims(Finding finding, KnownSymbols symbols) =>
        finding.Kind == FindingKind.UnneededReference
        || (finding.Kind == FindingKind.MissingReference
            && finding.Parameter is null
            && symbols.IsPage(finding.Member?.ContainingType)
            && !finding.State.Holds(WellKnownKinds.PgMap));

    // Before v6.15 the range had to be held beside the page.
    public override bool AppliesIn(KernelEra era, Finding finding) => finding.Kind != FindingKind.UnneededReference || era == KernelEra.Linux615;

    public override Diagnostic Report(Finding finding, Story story) => finding.KeptThrough is { } page
        ? story.Tell(_unneeded, story.Last("it is taken here"), story.MemberName, story.NameOf(page))
        : story.Tell(Descriptor, story.Last("it is touched here"), story.MemberName, story.Name, story.WhyNotHeld);
}
