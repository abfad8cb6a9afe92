using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Stories;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM2007: a type's own release does not give up what an owned field holds.</summary>
internal sealed class OwnedFieldNotReleased : Rule
{
    public OwnedFieldNotReleased()
        : base(Descriptors.OwnedFieldNotReleased)
    {
    }

    public override bool Claims(Finding finding, KnownSymbols symbols) => finding.Kind == FindingKind.OwnedNotReleased;

    public override Diagnostic Report(Finding finding, Story story) =>
        story.Tell(Descriptor, story.Lost(), story.KindWord, story.MemberName, story.HowLost);
}
