using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Stories;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM2006: another number of references is released than was obtained.</summary>
internal sealed class ReleaseCountMismatch : Rule
{
    public ReleaseCountMismatch()
        : base(Descriptors.ReleaseCountMismatch)
    {
    }

    public override bool Claims(Finding finding, KnownSymbols symbols) => finding.Kind == FindingKind.CountMismatch;

    public override Diagnostic Report(Finding finding, Story story)
    {
        (string released, var obtained) = finding.Counts!.Value;
        string why = obtained is null ? "which is an error code where none was acquired"
            : story.VariableOf(obtained) is { } count ? $"and '{count}' were acquired (line {story.AcquiredAt})"
            : $"and fewer were acquired (line {story.AcquiredAt})";
        return story.Tell(Descriptor, story.Last("another number is given up here"), story.MemberName, released, story.KindWord, story.Name, why);
    }
}
