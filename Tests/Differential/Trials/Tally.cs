using System.Collections.Generic;
using System.Linq;
using System.Text;
using Devmap.Tests.Differential.Execution;

namespace Devmap.Tests.Differential.Trials;

/// <summary>How often the analyzer and the interpreter agreed, rule by rule.</summary>
internal sealed class Tally(string name)
{
    private readonly SortedDictionary<string, Row> _rows = [];

    public int Programs { get; private set; }

    /// <summary>Programs with nothing wrong in them: they count as much as the others.</summary>
    public int Clean { get; private set; }

    /// <summary>Programs with more executions than can be looked at.</summary>
    public int Skipped { get; set; }

    public List<Disagreement> Disagreements { get; } = [];

    public int Missed => _rows.Values.Sum(static row => row.Missed);

    public int False => _rows.Values.Sum(static row => row.False);

    public int Problems => Disagreements.Count(static disagreement => disagreement.Problems.Count > 0);

    /// <summary>The share of the mistakes that were found.</summary>
    public double Found => (double)_rows.Values.Sum(static row => row.Agreed) / _rows.Values.Sum(static row => row.Agreed + row.Missed);

    public void Add(HashSet<Mistake> truth, Opinion opinion, Disagreement? disagreement)
    {
        Programs++;
        Clean += truth.Count == 0 ? 1 : 0;
        foreach (string rule in Subject.Rules)
        {
            if (!_rows.TryGetValue(rule, out Row? row))
            {
                _rows.Add(rule, row = new Row());
            }

            row.Agreed += truth.Count(mistake => mistake.Rule == rule && opinion.Mistakes.Contains(mistake));
            row.Missed += disagreement?.Missed.Count(mistake => mistake.Rule == rule) ?? 0;
            row.False += disagreement?.False.Count(mistake => mistake.Rule == rule) ?? 0;
        }

        if (disagreement is not null)
        {
            Disagreements.Add(disagreement);
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine($"{name}: {Programs} programs, {Clean} of them without mistake; {Skipped} skipped; {Disagreements.Count} with a disagreement");
        text.AppendLine("| rule    | agreed  | missed | false |");
        text.AppendLine("|---------|---------|--------|-------|");
        foreach ((string rule, Row row) in _rows)
        {
            text.AppendLine($"| {rule} | {row.Agreed,7} | {row.Missed,6} | {row.False,5} |");
        }

        return text.ToString();
    }

    private sealed class Row
    {
        public int Agreed { get; set; }

        public int Missed { get; set; }

        public int False { get; set; }
    }
}
