using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Syntax;

/// <summary>Releases an object where its hold ends: before the exits that leak it, and at the end of the region where control runs off there.</summary>
internal sealed class ReleaseInsertion
{
    private readonly FixSite _site;
    private readonly HeldRegion _region;
    private readonly IReadOnlyList<ObjectUse> _uses;
    private readonly CancellationToken _cancellationToken;
    private readonly ControlReach _reach;
    private readonly List<StatementSyntax> _exits = new();

    public ReleaseInsertion(FixSite site, HeldRegion region, IReadOnlyList<ObjectUse> uses, CancellationToken cancellationToken)
    {
        _site = site;
        _region = region;
        _uses = uses;
        _cancellationToken = cancellationToken;
        _reach = new ControlReach(site.Model, region.List.Container);
    }

    /// <summary>The statements before which the release goes.</summary>
    public IReadOnlyList<StatementSyntax> Exits => _exits;

    public bool AtEnd { get; private set; }

    public int Count => _exits.Count + (AtEnd ? 1 : 0);

    /// <summary>Finds the places. False where some path through one of them may have released already, or will.</summary>
    public bool FindPlaces()
    {
        var runsOff = _site.Anchors.LeaksAtEnd;
        foreach (var anchor in _site.Anchors.Exits)
        {
            if (_site.NodeAt(anchor) is not { } node || StatementList.InnermostStatement(node) is not { } exit)
            {
                return false;
            }

            if (_region.Contains(exit) && (exit.SpanStart == node.SpanStart || ValueOf(exit) == node))
            {
                _exits.Add(exit);
            }
            else if (_region.Contains(exit))
            {
                return false;
            }
            else
            {
                runsOff = true;
            }
        }

        if (runsOff && !FindWaysOutOfRegion())
        {
            return false;
        }

        return Count > 0 && _exits.All(IsCertain) && (!AtEnd || IsCertainAtEnd());
    }

    /// <summary>Adds the release to <paramref name="edit"/> at every place. False where an edit is not possible.</summary>
    public bool Apply(SourceEdit edit, string name, string release)
    {
        foreach (var exit in _exits.Distinct())
        {
            var lines = new List<string>();
            if (ValueOf(exit) is { } value && Mentions(value, name) && !KeptValue.TryKeep(edit, _site, exit, value, lines, _cancellationToken))
            {
                return false;
            }

            lines.Add(release);
            if (!StatementInserter.Before(edit, _site, exit, lines))
            {
                return false;
            }
        }

        if (AtEnd && _region.List.Statements.Count == 0 && _region.List.Container is not BlockSyntax)
        {
            return false;
        }

        if (AtEnd)
        {
            InsertAtEnd(edit, release);
        }

        return true;
    }

    /// <summary>Whether the value of some exit has to be computed before the release.</summary>
    public bool KeepsValues(string name) => _exits.Any(exit => ValueOf(exit) is { } value && Mentions(value, name));

    private void InsertAtEnd(SourceEdit edit, string release)
    {
        var lines = new[] { release };
        var last = _region.List.Statements.LastOrDefault(statement => statement is not LocalFunctionStatementSyntax);
        if (last is not null && last != _region.Last)
        {
            StatementInserter.After(edit, _site, last, lines);
        }
        else
        {
            StatementInserter.AtEnd(edit, _site, _region.List, lines);
        }
    }

    /// <summary>Control leaves the region alive: off its end, or by a jump out of it.</summary>
    private bool FindWaysOutOfRegion()
    {
        if (_region.IsEmpty)
        {
            AtEnd = true;
            return true;
        }

        var flow = _site.Model.AnalyzeControlFlow(_region.List.Statements[_region.First], _region.Last!);
        if (flow is not { Succeeded: true })
        {
            return false;
        }

        AtEnd = flow.EndPointIsReachable;
        foreach (var jump in flow.ExitPoints.OfType<StatementSyntax>().Where(jump => !_exits.Contains(jump) && !IsGivenAwayBefore(jump)))
        {
            _exits.Add(jump);
        }

        return true;
    }

    /// <summary>Whether the way out is one on which nothing leaks: the object was released before, or goes with it.</summary>
    private bool IsGivenAwayBefore(StatementSyntax jump) =>
        Ends().Any(use => jump.Span.Contains(use.Name.Span)
            || (use.ReleaseStatement is { } release && ControlReach.AlwaysPrecedes(release, jump))
            || (jump is ReturnStatementSyntax && _reach.MayReach(use.Name, jump.SpanStart)));

    /// <summary>No path releases before the exit, nor after it; what happens after the name was given away is another object's.</summary>
    private bool IsCertain(StatementSyntax exit) =>
        !Ends().Any(use => _reach.MayReach(use.Name, exit.SpanStart)
            || (exit is not ExpressionStatementSyntax && _reach.MayReach(exit, use.Name.SpanStart)));

    private bool IsCertainAtEnd()
    {
        var end = _region.List.Container.Span.End;
        return !_region.IsNeededBehind(_uses, _reach) && !Ends().Any(use => _reach.MayReach(use.Name, end)
            || (_region.Last is { } last && _reach.MayReach(last, use.Name.SpanStart)));
    }

    private IEnumerable<ObjectUse> Ends() => _uses.Where(use => use.EndsHold && use.Name.SpanStart >= _region.Span.Start);

    private static ExpressionSyntax? ValueOf(StatementSyntax exit) => exit switch
    {
        ReturnStatementSyntax { Expression: { } value } => value,
        ThrowStatementSyntax { Expression: { } value } => value,
        YieldStatementSyntax { Expression: { } value } => value,
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } => assignment.Right,
        _ => null,
    };

    private static bool Mentions(ExpressionSyntax value, string name) =>
        value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(identifier => identifier.Identifier.ValueText == name);
}
