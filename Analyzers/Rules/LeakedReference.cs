using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Stories;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM2001: a reference is still held where the body ends, or its last name is overwritten.</summary>
internal sealed class LeakedReference : Rule
{
    public LeakedReference()
        : base(Descriptors.LeakedReference)
    {
    }

    public override bool Claims(Finding finding, KnownSymbols symbols) => finding.Kind == FindingKind.Leak;

    public override Diagnostic Report(Finding finding, Story story) =>
        story.Tell(Descriptor, story.Lost(), story.Reference, story.HowLost);
}
