using System.Collections.Generic;
using System.Linq;
using Devmap.Tests.Differential.Language;

namespace Devmap.Tests.Differential.Execution;

/// <summary>A mistake: the rule, and the site where it is reported.</summary>
internal readonly record struct Mistake(string Rule, int Site);

/// <summary>
/// What the contracts say of each thing that happens to an object. One mistake is one report: after the first, nothing is
/// said of the object in the same execution.
/// </summary>
internal sealed class Judge
{
    public const string Leak = "DVM2001";
    public const string OverRelease = "DVM2002";
    public const string UseAfterRelease = "DVM2003";
    public const string WrongKind = "DVM2004";
    public const string Unchecked = "DVM2005";

    private readonly HashSet<Mistake> _mistakes = [];
    private readonly HashSet<int> _surplus = [];
    private readonly HashSet<int> _failed = [];
    private readonly HashSet<int> _asked = [];

    /// <summary>The mistakes of all executions so far.</summary>
    public IEnumerable<Mistake> Mistakes
    {
        get
        {
            // An answer is ignored where nobody ever asks for it; that one path has no need to ask is no mistake.
            foreach (int site in _failed)
            {
                if (!_asked.Contains(site))
                {
                    _mistakes.Add(new Mistake(Unchecked, site));
                }
            }

            return _mistakes.Select(mistake => mistake.Rule == WrongKind && _surplus.Contains(mistake.Site) ? mistake with { Rule = OverRelease } : mistake);
        }
    }

    public void Acquire(Counted item, Kind kind, int site, bool conditional)
    {
        if (item.IsJudged && item.IsDead && !conditional)
        {
            // To take a reference needs one.
            Report(item, UseAfterRelease, site);
            return;
        }

        item.Add(kind, site);
    }

    /// <summary>A conditional acquire on the item did not happen.</summary>
    public void Fail(Attempt attempt, Counted item)
    {
        if (item.IsJudged)
        {
            item.Failures.Add(attempt);
            _failed.Add(attempt.Site);
        }
    }

    /// <summary>Something is decided by the answer, or it is told to somebody else.</summary>
    public void Ask(Attempt attempt)
    {
        attempt.Asked = true;
        _asked.Add(attempt.Site);
    }

    public void Release(Counted item, Kind kind, int site, bool idempotent)
    {
        if (item.Count(kind) > 0)
        {
            item.Remove(kind);
            if (item is { IsJudged: true, WrongRelease: { } wrong })
            {
                // The right one comes after all: the wrong one was not in its place, but one too many.
                _surplus.Add(wrong);
                item.WrongRelease = null;
            }
        }
        else if (!idempotent)
        {
            ReleaseUnheld(item, kind, site);
        }
    }

    private void ReleaseUnheld(Counted item, Kind kind, int site)
    {
        Kind other = kind == Kind.Ref ? Kind.Pin : Kind.Ref;
        if (FailureOf(item, kind) is { } failure)
        {
            Report(item, Unchecked, failure.Site);
        }
        else if (item.Count(other) == 0)
        {
            Report(item, OverRelease, site);
        }
        else if (item.WrongRelease is not null)
        {
            item.IsJudged = false;
        }
        else if (item.IsJudged)
        {
            _mistakes.Add(new Mistake(WrongKind, site));
            item.WrongRelease = site;
        }
    }

    public void Use(Counted item, int site)
    {
        if (item.IsDead)
        {
            if ((FailureOf(item, Kind.Ref) ?? FailureOf(item, Kind.Pin)) is { } failure)
            {
                Report(item, Unchecked, failure.Site);
            }
            else
            {
                Report(item, UseAfterRelease, site);
            }
        }
    }

    /// <summary>Null is used as if it were an item.</summary>
    public void UseNull(Attempt? failure)
    {
        if (failure is { Asked: false })
        {
            _mistakes.Add(new Mistake(Unchecked, failure.Site));
        }
    }

    /// <summary>Nobody can give up any more what is still held.</summary>
    public void Lose(Counted item)
    {
        if (item is { IsJudged: true, WrongRelease: null })
        {
            foreach (Kind kind in new[] { Kind.Ref, Kind.Pin })
            {
                if (item.Count(kind) > 0)
                {
                    _mistakes.Add(new Mistake(Leak, item.SiteOf(kind)));
                }
            }

            item.IsJudged = false;
        }
    }

    /// <summary>What is returned must be alive when the caller gets it, and is the caller's from there on.</summary>
    public void Return(Counted item, int site)
    {
        if (item.IsDead)
        {
            Report(item, UseAfterRelease, site);
        }

        item.IsJudged = false;
    }

    private static Attempt? FailureOf(Counted item, Kind kind) => item.Failures.FindLast(failure => failure.Kind == kind && !failure.Asked);

    private void Report(Counted item, string rule, int site)
    {
        if (item.IsJudged)
        {
            _mistakes.Add(new Mistake(rule, site));
            item.IsJudged = false;
        }
    }
}
