using System.Collections.Generic;
using System.Collections.Immutable;
using Devmap.Tests.Differential.Language;

namespace Devmap.Tests.Differential.Generation;

/// <summary>What a statement may do where it is going to stand.</summary>
internal sealed record Place(int Depth, bool InLoop, bool CanBreak, bool CanLeave, bool InHandler, ImmutableArray<string> Labels)
{
    public static readonly Place Body = new(0, false, false, true, false, []);

    public Place Inner => this with { Depth = Depth + 1 };

    /// <summary>Nothing jumps out of a finally.</summary>
    public Place Finally => Inner with { InLoop = false, CanBreak = false, CanLeave = false, InHandler = false, Labels = [] };
}

/// <summary>A reference that the generator knows to be held, so that programs give up most of what they take.</summary>
internal sealed record Debt(Local Local, Kind Kind, Condition? Guard, bool MayBeNull);

/// <summary>The variables in scope, and what is owed.</summary>
internal sealed class Scope
{
    public List<Local> Items { get; } = [];

    public HashSet<Local> Nullable { get; } = [];

    public HashSet<Local> ReadOnly { get; } = [];

    public List<Local> Flags { get; } = [];

    public List<(Local Local, Form Form)> Numbers { get; } = [];

    public List<Debt> Debts { get; } = [];

    public (int Items, int Flags, int Numbers) Mark() => (Items.Count, Flags.Count, Numbers.Count);

    public void Return((int Items, int Flags, int Numbers) mark)
    {
        Items.RemoveRange(mark.Items, Items.Count - mark.Items);
        Flags.RemoveRange(mark.Flags, Flags.Count - mark.Flags);
        Numbers.RemoveRange(mark.Numbers, Numbers.Count - mark.Numbers);
        Debts.RemoveAll(debt => !Items.Contains(debt.Local));
        for (int i = 0; i < Debts.Count; i++)
        {
            if (Debts[i].Guard is { } guard && !IsVisible(guard))
            {
                Debts.RemoveAt(i--);
            }
        }
    }

    private bool IsVisible(Condition guard) => guard switch
    {
        Flag flag => Flags.Contains(flag.Local),
        Not not => IsVisible(not.Operand),
        Comparison { Left: NumberLocal number } => Numbers.Exists(known => known.Local == number.Local),
        _ => true,
    };
}
