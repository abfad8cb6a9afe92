using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Devmap.Analyzers.Ownership;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>
/// What is held on the object of a field where the body ends. The object lives on, and another member may well be there to
/// give it back: a leak is only what other paths of the same body give back, and nobody else can.
/// </summary>
internal sealed partial class Evaluator
{
    private void CheckHeldThroughField(Value value, Resource resource, SyntaxNode? exit, ThrowOrigin? thrown)
    {
        if (resource is not { Provenance: Provenance.Foreign, SlotKind: null, WrongRelease: null, IsBatch: false, CountedInLoop: false }
            || _context.SiteOf(value)?.Source is not IFieldSymbol field)
        {
            return;
        }

        foreach (Holding holding in resource.Holdings)
        {
            if (holding.Min > 0)
            {
                Site site = _context.Sites[holding.Site];
                Report(new Finding(FindingKind.Leak, site.Place, value, resource, holding.Kind, _state)
                {
                    Member = site.Source,
                    Shape = LeakShape.Exit,
                    IsGivenBackHereOnly = new FieldBalance(field, holding.Kind, _context.Contracts, _context.Compilation, _context.Cancellation).HoldsInEveryBody,
                    IsAcquiredElsewhere = site.Body is { } acquiredIn && acquiredIn != _context,
                    IsByCall = thrown == ThrowOrigin.Call,
                    HasExitByCall = thrown == ThrowOrigin.Call,
                    Exits = { exit },
                });
            }
        }
    }
}
