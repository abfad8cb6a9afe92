using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Options;
using Devmap.Analyzers.Stories;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM1006: a count of 1 is taken for an idle page.</summary>
internal sealed class IdleTestByMagicCount : Rule
{
    public IdleTestByMagicCount()
        : base(Descriptors.IdleTestByMagicCount)
    {
    }

    public override bool Claims(Finding finding, KnownSymbols symbols) =>
        finding.Kind == FindingKind.CountComparedWithOne;

    // There idle DAX pages do count 1.
    public override bool AppliesIn(KernelEra era, Finding finding) => era == KernelEra.Linux615;

    public override Diagnostic Report(Finding finding, Story story) => story.Tell(
        Descriptor,
        story.Last("it is compared with 1 here"),
        finding.Place.ToString(),
        $"'{story.Name}' is idle at 0, and at 1 somebody has it");
}
