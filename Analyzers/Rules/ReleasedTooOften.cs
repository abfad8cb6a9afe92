using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Stories;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM2002: a reference is released more often than it is held, a borrowed one included.</summary>
internal sealed class ReleasedTooOften : Rule
{
    public ReleasedTooOften()
        : base(Descriptors.ReleasedTooOften)
    {
    }

    public override bool Claims(Finding finding, KnownSymbols symbols) => finding.Kind == FindingKind.OverRelease;

    public override Diagnostic Report(Finding finding, Story story) =>
        story.Tell(Descriptor, story.Last("it is given up here, and nothing is held"), story.MemberName, story.KindWord, story.Name, story.WhyNotHeld);
}
