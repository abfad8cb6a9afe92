using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Stories;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM1002: a long-term pin of memory that can be truncated under it.</summary>
internal sealed class LongTermPinOfFsDax : Rule
{
    public LongTermPinOfFsDax()
        : base(Descriptors.LongTermPinOfFsDax)
    {
    }

    public override bool Claims(Finding finding, KnownSymbols symbols) => finding.Kind == FindingKind.RejectedTrait;

    public override Diagnostic Report(Finding finding, Story story)
    {
        string trait = finding.Rejected!.Trait;
        string why = trait == WellKnownTraits.FsDax ? "truncate could not take its pages back" : $"'{story.MemberName}' refuses it";
        return story.Tell(
            Descriptor,
            story.Last("the long-term pin is asked for here"),
            story.MemberName,
            story.Name,
            trait == WellKnownTraits.FsDax ? "FS-DAX" : trait,
            why);
    }
}
