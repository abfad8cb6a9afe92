using System.Collections.Immutable;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Stories;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>
/// The flow rules in the order of precedence: of those that could speak of a finding, the most particular one does, and
/// no other.
/// </summary>
internal sealed class RuleBook
{
    private static readonly ImmutableArray<Rule> Rules = ImmutableArray.Create<Rule>(
        new UnreferencedPageInstalled(),
        new PageMappedByPfn(),
        new IdleTestByMagicCount(),
        new LruOfDevicePage(),
        new LongTermPinOfFsDax(),
        new MissingPgMapReference(),
        new LeakedReference(),
        new MissingReference(),
        new ReleasedByWrongFunction(),
        new ReleaseCountMismatch(),
        new ReleasedTooOften(),
        new UsedAfterRelease(),
        new UncheckedAcquire(),
        new OwnedFieldNotReleased(),
        new PublishedBeforeAcquired(),
        new ContractNotHonoured());

    private readonly KnownSymbols _symbols;
    private readonly ReleaseFinder _releases;

    public RuleBook(Compilation compilation, ContractProvider contracts)
    {
        _symbols = new KnownSymbols(compilation);
        _releases = new ReleaseFinder(compilation, contracts);
    }

    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.CreateRange(Rules, static rule => rule.Descriptor);

    public Diagnostic? Report(Finding finding, BodyContext body)
    {
        foreach (Rule rule in Rules)
        {
            if (rule.Claims(finding, _symbols))
            {
                return rule.AppliesIn(body.Options.Era, finding) ? rule.Report(finding, new Story(finding, body, _releases)) : null;
            }
        }

        // The engine sees more than there are rules for.
        return null;
    }
}
