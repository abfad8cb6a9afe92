using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Stories;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM2008: an object can be seen by others before the reference that keeps it there was taken.</summary>
internal sealed class PublishedBeforeAcquired : Rule
{
    public PublishedBeforeAcquired()
        : base(Descriptors.PublishedBeforeAcquired)
    {
    }

    public override bool Claims(Finding finding, KnownSymbols symbols) => finding.Kind == FindingKind.PublishedBeforeAcquired;

    public override Diagnostic Report(Finding finding, Story story) =>
        story.Tell(Descriptor, story.Last("from here on others can see it"), story.Name, story.MemberName, story.KindWord, story.WhyNotHeld);
}
