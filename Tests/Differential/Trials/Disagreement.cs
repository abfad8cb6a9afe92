using System.Collections.Generic;
using System.Linq;
using System.Text;
using Devmap.Tests.Differential.Execution;
using Devmap.Tests.Differential.Language;

namespace Devmap.Tests.Differential.Trials;

/// <summary>A method of which the analyzer says something else than the interpreter.</summary>
internal sealed record Disagreement(int Seed, Method Method, IReadOnlyList<Mistake> Missed, IReadOnlyList<Mistake> False, IReadOnlyList<string> Problems)
{
    /// <summary>What the two disagree on; <see langword="null"/> where they agree.</summary>
    public static Disagreement? Between(int seed, Method method, HashSet<Mistake> truth, Opinion opinion)
    {
        Mistake[] missed = [.. truth.Where(mistake => Subject.Rules.Contains(mistake.Rule) && !opinion.Mistakes.Contains(mistake))];
        Mistake[] wrong = [.. opinion.Mistakes.Except(truth)];
        return missed.Length + wrong.Length + opinion.Problems.Count > 0
            ? new Disagreement(seed, method, missed, wrong, opinion.Problems)
            : null;
    }

    /// <summary>Whether it shows the same defect, as far as can be told from outside.</summary>
    public bool IsLike(Disagreement other) =>
        Missed.Any(mine => other.Missed.Any(theirs => theirs.Rule == mine.Rule))
        || False.Any(mine => other.False.Any(theirs => theirs.Rule == mine.Rule))
        || (Problems.Count > 0 && other.Problems.Count > 0 && !other.Problems.Any(static problem => problem.Contains("error CS")));

    public override string ToString()
    {
        var printer = new Printer();
        var (_, sites) = printer.Write(Method, "M");
        var text = new StringBuilder().AppendLine($"seed {Seed}:").AppendLine(printer.Text);
        foreach (Mistake mistake in Missed)
        {
            text.AppendLine($"  missed {mistake.Rule} at {Place(mistake)}");
        }

        foreach (Mistake mistake in False)
        {
            text.AppendLine($"  false {mistake.Rule} at {Place(mistake)}");
        }

        foreach (string problem in Problems)
        {
            text.AppendLine("  " + problem);
        }

        return text.ToString();

        string Place(Mistake mistake)
        {
            var span = sites.First(site => site.Value == mistake.Site).Key;
            int line = printer.Text[..span.Start].Count(static character => character == '\n') + 1;
            return $"'{printer.Text.Substring(span.Start, span.Length)}' in line {line}";
        }
    }
}
