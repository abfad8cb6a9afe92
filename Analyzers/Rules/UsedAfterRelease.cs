using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Stories;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM2003: an object is used after its last reference was given up.</summary>
internal sealed class UsedAfterRelease : Rule
{
    public UsedAfterRelease()
        : base(Descriptors.UsedAfterRelease)
    {
    }

    public override bool Claims(Finding finding, KnownSymbols symbols) => finding.Kind == FindingKind.UseAfterRelease;

    public override Diagnostic Report(Finding finding, Story story) =>
        story.Tell(Descriptor, story.Last("it is used here"), story.Name, story.WhyNotHeld);
}
