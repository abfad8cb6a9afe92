using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Options;
using Devmap.Analyzers.Stories;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM1004: memory that has struct pages is mapped by its frame number.</summary>
internal sealed class PageMappedByPfn : Rule
{
    private const string InsertMixed = "InsertMixed";
    private const string InsertMixedMkWrite = "InsertMixedMkWrite";

    public PageMappedByPfn()
        : base(Descriptors.PageMappedByPfn)
    {
    }

    public override bool Claims(Finding finding, KnownSymbols symbols) =>
        finding is { Kind: FindingKind.RejectedTrait, Rejected.Trait: WellKnownTraits.StructPage };

    // Before v6.15 the mixed insert was how DAX pages were mapped, and its ranges could be mixed ones.
    public override bool AppliesIn(KernelEra era, Finding finding) =>
        era == KernelEra.Linux615 || (finding.Member?.Name is not (InsertMixed or InsertMixedMkWrite) && finding.Rejected!.Argument is null);

    public override Diagnostic Report(Finding finding, Story story)
    {
        string what = finding.Rejected!.Argument is null ? finding.Place.ToString() : story.Name;
        string why = finding.Rejected.Argument is null
            ? "its entry would hold no reference on the page"
            : $"'{finding.Place}' lets entries in that hold none on its pages";
        return story.Tell(Descriptor, story.Last("it is mapped by its frame number here"), story.MemberName, what, why);
    }
}
