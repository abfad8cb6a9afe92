using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Stories;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM2009: a call that requires a reference is made on an object that holds none.</summary>
internal sealed class MissingReference : Rule
{
    public MissingReference()
        : base(Descriptors.MissingReference)
    {
    }

    // A helper that is handed a device page may be content with what keeps its range.
    public override bool Claims(Finding finding, KnownSymbols symbols) =>
        finding.Kind == FindingKind.MissingReference
        && !(finding.Parameter is not null && symbols.IsPage(ObjectNamer.TypeOf(finding.Subject)) && finding.State.Holds(WellKnownKinds.PgMap));

    public override Diagnostic Report(Finding finding, Story story)
    {
        string who = finding.MustBeHeldHere ? "its caller itself holds" : "something holds";
        return story.Tell(Descriptor, story.Last("it is required here, and nothing is held"), story.MemberName, who, story.KindWord, story.Name, story.WhyNotHeld);
    }
}
