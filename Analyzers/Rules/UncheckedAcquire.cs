using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Stories;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM2005: a conditional acquire whose answer is ignored.</summary>
internal sealed class UncheckedAcquire : Rule
{
    public UncheckedAcquire()
        : base(Descriptors.UncheckedAcquire)
    {
    }

    public override bool Claims(Finding finding, KnownSymbols symbols) => finding.Kind == FindingKind.UncheckedAcquire;

    public override Diagnostic Report(Finding finding, Story story)
    {
        RefCondition success = story.SuccessWhen();
        return story.Tell(Descriptor, story.Last("nobody asks for the answer"), story.MemberName, FailureWord(success), story.KindWord, story.Name);
    }

    private static string FailureWord(RefCondition success) => success switch
    {
        RefCondition.True => "false",
        RefCondition.False => "true",
        RefCondition.NotNull => "null",
        RefCondition.Null => "not null",
        RefCondition.Zero => "not zero",
        RefCondition.NonZero => "zero",
        RefCondition.Positive => "not positive",
        RefCondition.NonNegative => "negative",
        _ => "anything else",
    };
}
