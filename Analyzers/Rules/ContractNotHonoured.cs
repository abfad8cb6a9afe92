using System;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.Summaries;
using Devmap.Analyzers.Stories;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM3002: the body does not do on some path what its contract says.</summary>
internal sealed class ContractNotHonoured : Rule
{
    public ContractNotHonoured()
        : base(Descriptors.ContractNotHonoured)
    {
    }

    public override bool Claims(Finding finding, KnownSymbols symbols) => finding.Kind == FindingKind.ContractNotHonoured;

    public override Diagnostic Report(Finding finding, Story story) =>
        story.Tell(Descriptor, story.Last("the method is left here"), story.MethodName, What(finding.Broken!, story));

    private static string What(BrokenPromise broken, Story story) => broken.Kind switch
    {
        PromiseKind.HandedOutUnowned => $"'{story.Name}' is handed out without the {story.KindWord}reference that the caller is promised",
        PromiseKind.HandedOutOwned => $"'{story.Name}' is handed out with a {story.KindWord}reference that the caller knows nothing of",
        PromiseKind.OtherObject => $"'{story.Name}' is not '{broken.Element}', which the caller is promised",
        _ => $"on '{broken.Element}' it {Change(broken.Done, story)}, where it promises to {Promised(broken.Promised, story)}",
    };

    private static string Change(int change, Story story) => change switch
    {
        0 => $"neither takes nor gives up a {story.KindWord}reference",
        > 0 => $"takes {Number(change, story)}",
        _ => $"gives up {Number(change, story)}",
    };

    private static string Promised(int change, Story story) => change switch
    {
        0 => "leave the count alone",
        > 0 => $"take {Number(change, story)}",
        _ => $"give up {Number(change, story)}",
    };

    private static string Number(int change, Story story) =>
        Math.Abs(change) == 1 ? $"a {story.KindWord}reference" : $"{Math.Abs(change)} {story.KindWord}references";
}
