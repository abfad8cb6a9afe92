using System.Collections.Generic;
using System.Linq;
using System.Text;
using Devmap.Tests.Differential.Execution;
using Devmap.Tests.Differential.PageLibrary.Language;
using Devmap.Tests.Differential.Trials;

namespace Devmap.Tests.Differential.PageLibrary.Trials;

/// <summary>What the runtime and the analyzers say of one program.</summary>
internal sealed record Comparison(int Seed, PageProgram Program, HashSet<Mistake> Truth, Opinion Opinion)
{
    public IEnumerable<Mistake> Agreed => Truth.Intersect(Opinion.Mistakes);

    public IEnumerable<Mistake> Missed => Truth.Except(Opinion.Mistakes);

    public IEnumerable<Mistake> False => Opinion.Mistakes.Except(Truth);

    public bool IsDisagreement => Missed.Any() || False.Any() || Opinion.Problems.Count > 0;

    /// <summary>Whether it shows the same defect, as far as can be told from outside.</summary>
    public bool IsLike(Comparison other) =>
        Missed.Any(mine => other.Missed.Any(theirs => theirs.Rule == mine.Rule))
        || False.Any(mine => other.False.Any(theirs => theirs.Rule == mine.Rule))
        || (Opinion.Problems.Count > 0 && other.Opinion.Problems.Count > 0);

    public override string ToString()
    {
        string[] lines = ProgramWriter.Print(Program).Split('\n');
        var text = new StringBuilder().AppendLine($"seed {Seed}:").AppendLine(string.Join('\n', lines));
        Tell("missed", Missed);
        Tell("false", False);
        Opinion.Problems.ForEach(problem => text.AppendLine("  " + problem));
        return text.ToString();

        void Tell(string what, IEnumerable<Mistake> mistakes)
        {
            foreach (Mistake mistake in mistakes)
            {
                text.AppendLine($"  {what} {mistake.Rule} in line {mistake.Site}: {lines[mistake.Site - 1].Trim()}");
            }
        }
    }
}
