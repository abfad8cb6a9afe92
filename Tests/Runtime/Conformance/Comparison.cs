using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Devmap.Tests.Runtime.Conformance;

/// <summary>How one row came out.</summary>
internal enum Verdict
{
    Equal,
    Different,
    NotModelled,
    DefectReproduced,
}

/// <summary>One recorded row beside what the model did.</summary>
internal sealed record ComparedRow(RecordedRow Recorded, Replayed Replayed)
{
    public Verdict Verdict
    {
        get
        {
            if (Replayed.Outcome is null)
            {
                return Verdict.NotModelled;
            }

            if (Words.Significant(Replayed.Outcome) != Words.Significant(Recorded.Outcome))
            {
                return Verdict.Different;
            }

            return Replayed.Breach is null ? Verdict.Equal : Verdict.DefectReproduced;
        }
    }

    public override string ToString()
        => $"{Recorded.Id}\n  kernel: {Words.Significant(Recorded.Outcome)}\n  model:  {Words.Significant(Replayed.Outcome ?? string.Empty)}";
}

/// <summary>All rows of one kernel.</summary>
internal sealed record Comparison(RecordedKernel Kernel, IReadOnlyList<ComparedRow> Rows)
{
    public static Comparison Of(RecordedKernel kernel)
    {
        var replay = new KernelReplay(kernel);
        var rows = new List<ComparedRow>();
        foreach (IGrouping<string, RecordedRow> sameId in kernel.Load().GroupBy(row => row.Id))
        {
            IReadOnlyList<Replayed> replayed = replay.Run(sameId.Key);
            rows.AddRange(sameId.Select((row, i) => new ComparedRow(row, i < replayed.Count ? replayed[i] : replayed[^1])));
        }

        return new Comparison(kernel, rows);
    }

    public int Count(Verdict verdict) => Rows.Count(row => row.Verdict == verdict);

    public string Table()
    {
        var table = new StringBuilder();
        foreach (IGrouping<string, ComparedRow> kind in Rows.GroupBy(row => row.Recorded.Id.Split('/')[0]).Where(group => !group.All(Is(Verdict.NotModelled))).OrderBy(group => group.Key))
        {
            table.Append($"figures: conformance: {Kernel.Name}: {kind.Key}: {kind.Count(Is(Verdict.Equal))} equal, {kind.Count(Is(Verdict.Different))} different, ");
            table.AppendLine($"{kind.Count(Is(Verdict.DefectReproduced))} defects reproduced and reported, {kind.Count(Is(Verdict.NotModelled))} not modelled");
        }

        foreach (IGrouping<string?, ComparedRow> reason in Rows.Where(Is(Verdict.NotModelled)).GroupBy(row => row.Replayed.Reason).OrderByDescending(group => group.Count()))
        {
            table.AppendLine($"figures: conformance: {Kernel.Name}: not modelled: {reason.Key}: {reason.Count()}");
        }

        return table.ToString();

        static System.Func<ComparedRow, bool> Is(Verdict verdict) => row => row.Verdict == verdict;
    }
}
