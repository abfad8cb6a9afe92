using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Stories;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM2004: a pin is put, a get unpinned, a block freed by another family or given back to another pool.</summary>
internal sealed class ReleasedByWrongFunction : Rule
{
    public ReleasedByWrongFunction()
        : base(Descriptors.ReleasedByWrongFunction)
    {
    }

    public override bool Claims(Finding finding, KnownSymbols symbols) => finding.Kind == FindingKind.WrongRelease;

    public override Diagnostic Report(Finding finding, Story story)
    {
        string why = finding.Lenders is { } lenders
            ? $"it goes back to '{story.NameOf(lenders.To)}', and came from '{story.NameOf(lenders.From)}'"
            : $"it gives up a '{finding.ReleasedKind}' reference, and a '{finding.RefKind}' reference is held";
        return story.Tell(Descriptor, story.Last("it is given up by the wrong function here"), story.MemberName, story.Name, story.WhyHeld is { } held ? $"{why}: {held}" : why);
    }
}
