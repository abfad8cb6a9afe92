using System.Collections.Generic;
using Devmap.Analyzers.Flow.Values;

namespace Devmap.Analyzers.Flow.Findings;

/// <summary>
/// The answers of conditional acquires, over all paths of a body. An answer is ignored where no path ever asks for it: that
/// one path leaves before it has a reason to ask is no mistake.
/// </summary>
internal sealed class AnswerLedger
{
    private readonly Dictionary<int, int> _sites = new();
    private readonly Dictionary<int, Finding> _failed = new();
    private readonly HashSet<int> _asked = new();

    /// <summary>The value is the answer of the acquire at the site.</summary>
    public void Expect(Value answer, int site) => _sites[answer.Id] = site;

    /// <summary>Whether the value was ever the answer of a conditional acquire: only for these it matters whether anybody asks.</summary>
    public bool Expects(Value value) => _sites.ContainsKey(value.Id);

    /// <summary>On some path that can certainly be taken, the acquire at the site does not happen.</summary>
    public void Fail(int site, Finding finding)
    {
        if (!finding.State.Uncertain && !_failed.ContainsKey(site))
        {
            _failed.Add(site, finding);
        }
    }

    /// <summary>Something is decided by the value, or it goes where it may be: whatever answers are in it are asked for.</summary>
    public void Ask(Value value)
    {
        switch (value)
        {
            case CompoundValue compound:
                Ask(compound.Left);
                if (compound.Right is { } right)
                {
                    Ask(right);
                }

                break;
            case OpaqueValue when _sites.TryGetValue(value.Id, out int site):
                _asked.Add(site);
                break;
        }
    }

    /// <summary>Somebody asks whether the acquire at the site happened.</summary>
    public void Ask(int site) => _asked.Add(site);

    /// <summary>Reports what nobody asked for.</summary>
    public void Settle(FindingSink findings)
    {
        foreach (var failed in _failed)
        {
            if (!_asked.Contains(failed.Key))
            {
                findings.Add(failed.Value);
            }
        }
    }
}
