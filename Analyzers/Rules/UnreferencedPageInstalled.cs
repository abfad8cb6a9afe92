using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Stories;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM1001: a page that holds no reference goes into a page table.</summary>
internal sealed class UnreferencedPageInstalled : Rule
{
    public UnreferencedPageInstalled()
        : base(Descriptors.UnreferencedPageInstalled)
    {
    }

    public override bool Claims(Finding finding, KnownSymbols symbols) =>
        finding.Kind is FindingKind.MissingReference or FindingKind.UseAfterRelease
        && finding.Parameter is { } parameter
        && symbols.IsCountedPage(parameter.Type)
        && symbols.IsInstall(finding.Member);

    public override Diagnostic Report(Finding finding, Story story) =>
        story.Tell(Descriptor, story.Last("it goes into a page table here"), story.Name, story.WhyNotHeld);
}
