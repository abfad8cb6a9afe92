using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Stories;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM1008: a device page is put on a list of pages, over the words in which its pgmap is.</summary>
internal sealed class LruOfDevicePage : Rule
{
    public LruOfDevicePage()
        : base(Descriptors.LruOfDevicePage)
    {
    }

    public override bool Claims(Finding finding, KnownSymbols symbols) =>
        finding is { Kind: FindingKind.RejectedTrait, Rejected.Trait: WellKnownTraits.ZoneDevice };

    public override Diagnostic Report(Finding finding, Story story) =>
        story.Tell(Descriptor, story.Last("it is put on the list here"), story.MemberName, story.Name);
}
