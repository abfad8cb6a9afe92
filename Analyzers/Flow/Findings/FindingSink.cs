using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Findings;

/// <summary>
/// Collects the findings of one body. Certain ones stand. One that was found in an uncertain state stands only where
/// no state at all passed the same place unharmed; a leak that was counted in a loop only where nothing outside that loop
/// may have given back what the loop took; one that another member could have meant to give back only where another path does.
/// </summary>
internal sealed class FindingSink
{
    private readonly Dictionary<(FindingKind Kind, SyntaxNode Place), Finding> _certain = new();
    private readonly Dictionary<(FindingKind Kind, SyntaxNode Place), Finding> _uncertain = new();
    private readonly Dictionary<(FindingKind Kind, SyntaxNode Place), Finding> _countedInLoop = new();
    private readonly Dictionary<(FindingKind Kind, SyntaxNode Place), Finding> _onLivingObject = new();
    private readonly HashSet<(FindingKind Kind, SyntaxNode Place)> _passed = new();
    private readonly Dictionary<SyntaxNode, SyntaxNode> _givenBackOnce = new();
    private readonly HashSet<SyntaxNode> _givenBack = new();
    private readonly HashSet<(FindingKind Kind, SyntaxNode Place)> _retracted = new();

    public void Add(Finding finding)
    {
        if (finding is { IsGivenBackHereOnly: not null, State.Uncertain: true })
        {
            return;
        }

        var found = finding.IsGivenBackHereOnly is not null ? _onLivingObject
            : finding.State.Uncertain ? _uncertain
            : finding is { Kind: FindingKind.Leak, Resource.CountedInLoop: true } ? _countedInLoop
            : _certain;
        var key = (finding.Kind, finding.Place);
        if (!found.TryGetValue(key, out Finding? first))
        {
            found.Add(key, finding);
            return;
        }

        // The first path tells the story, and what the body does before what a call may do to it; where others lose the
        // reference is for the fix to know.
        if (first.IsByCall && !finding.IsByCall)
        {
            (first, finding) = (finding, first);
            found[key] = first;
        }

        first.HasExitByCall |= finding.HasExitByCall;
        foreach (SyntaxNode? exit in finding.Exits)
        {
            if (!first.Exits.Contains(exit))
            {
                first.Exits.Add(exit);
            }
        }
    }

    /// <summary>A path did at this place what the finding would complain of not having been done.</summary>
    public void Pass(FindingKind kind, SyntaxNode place) => _passed.Add((kind, place));

    /// <summary>
    /// What a loop took at this place is given back outside that loop. One call that runs once gives back one, so that a
    /// loop that took more is a leak all the same; what further calls or another loop give back, nobody knows.
    /// </summary>
    public void PassOutsideLoop(SyntaxNode place, SyntaxNode release, bool isRepeated)
    {
        if (!_givenBackOnce.TryGetValue(place, out SyntaxNode? first))
        {
            _givenBackOnce.Add(place, first = release);
        }

        if (isRepeated || first != release)
        {
            _givenBack.Add(place);
        }
    }

    /// <summary>A path gives up the right reference after all behind this place, so that what was given up there was one too many.</summary>
    public void FollowedByRightRelease(SyntaxNode place)
    {
        if (_certain.TryGetValue((FindingKind.WrongRelease, place), out Finding? certain))
        {
            certain.BecomeOverRelease();
        }

        if (_uncertain.TryGetValue((FindingKind.WrongRelease, place), out Finding? uncertain))
        {
            uncertain.BecomeOverRelease();
        }
    }

    /// <summary>A path shows that what was found at this place is not what it looked like.</summary>
    public void Retract(FindingKind kind, SyntaxNode place) => _retracted.Add((kind, place));

    /// <summary>The findings that stand, in the order of their places.</summary>
    public List<Finding> Settle()
    {
        var result = new List<Finding>();
        foreach (var entry in _certain)
        {
            // A wrong release that turned out to be one too many may be that on another path without any doubt.
            entry.Value.IsRightElsewhere = _passed.Contains(entry.Key);
            if (entry.Value.Kind == entry.Key.Kind || !_certain.ContainsKey((entry.Value.Kind, entry.Key.Place)))
            {
                result.Add(entry.Value);
            }
        }

        foreach (var entry in _countedInLoop)
        {
            if (!_givenBack.Contains(entry.Key.Place) && !_certain.ContainsKey(entry.Key))
            {
                result.Add(entry.Value);
                _certain.Add(entry.Key, entry.Value);
            }
        }

        foreach (var entry in _uncertain)
        {
            if (!_passed.Contains(entry.Key) && !_certain.ContainsKey(entry.Key) && !_certain.ContainsKey((entry.Value.Kind, entry.Key.Place)))
            {
                result.Add(entry.Value);
            }
        }

        foreach (var entry in _onLivingObject)
        {
            if (_passed.Contains((FindingKind.Leak, entry.Key.Place)) && !_certain.ContainsKey(entry.Key) && entry.Value.IsGivenBackHereOnly!())
            {
                result.Add(entry.Value);
            }
        }

        result.RemoveAll(finding => _retracted.Contains((finding.Kind, finding.Place)));
        result.Sort((left, right) => left.Place.SpanStart != right.Place.SpanStart
            ? left.Place.SpanStart.CompareTo(right.Place.SpanStart)
            : left.Kind.CompareTo(right.Kind));
        return result;
    }
}
