using System;
using System.Collections.Generic;
using Devmap.Tests.Differential.Language;

namespace Devmap.Tests.Differential.Execution;

/// <summary>How an object came into the body.</summary>
internal enum Origin
{
    /// <summary>A parameter: alive all through the call, and not ours.</summary>
    Lent,

    /// <summary>It came with a reference of ours.</summary>
    Owned,

    /// <summary>A parameter that was handed over: who did so may hold references besides.</summary>
    Consumed,
}

/// <summary>An object in one execution, and what the body holds on it.</summary>
internal sealed class Counted(Origin origin)
{
    private readonly int[] _counts = new int[2];
    private readonly int[] _sites = new int[2];

    public Origin Origin { get; } = origin;

    /// <summary>Whether it is null, once anybody has asked: nothing says of a parameter or a result that it cannot be.</summary>
    public bool? IsNull { get; set; }

    /// <summary>Nothing is said of it after a mistake, or when others may count it too.</summary>
    public bool IsJudged { get; set; } = true;

    /// <summary>A reference of the body was given up, and none was taken since.</summary>
    public bool Released { get; private set; }

    /// <summary>Where a reference of one kind was given up while only another was held, and no right release came since.</summary>
    public int? WrongRelease { get; set; }

    /// <summary>The conditional acquires that failed on it.</summary>
    public List<Attempt> Failures { get; } = [];

    public bool IsHeld => _counts[0] > 0 || _counts[1] > 0;

    /// <summary>It came owned, and no reference of any kind is left.</summary>
    public bool IsDead => Origin == Origin.Owned && Released && !IsHeld;

    /// <summary>The most references of one kind that were held at once.</summary>
    public int MostHeld { get; private set; }

    public int Count(Kind kind) => _counts[(int)kind];

    /// <summary>Where the latest reference of the kind was taken.</summary>
    public int SiteOf(Kind kind) => _sites[(int)kind];

    public void Add(Kind kind, int site)
    {
        MostHeld = Math.Max(MostHeld, ++_counts[(int)kind]);
        _sites[(int)kind] = site;
        Released = false;
    }

    public void Remove(Kind kind)
    {
        _counts[(int)kind]--;
        Released = true;
    }
}

/// <summary>One execution of a conditional acquire.</summary>
internal sealed class Attempt(int site, Kind kind)
{
    public int Site { get; } = site;

    public Kind Kind { get; } = kind;

    /// <summary>Something was decided by its answer, or somebody else was told.</summary>
    public bool Asked { get; set; }
}

/// <summary>A reference as a variable has it; null knows the attempt that failed to yield more.</summary>
internal readonly record struct ItemValue(Counted? Item, Attempt? Attempt);

/// <summary>A bool or a number, and the attempts that it is the answer of.</summary>
internal readonly record struct Scalar(int Number, Attempt[]? Attempts)
{
    public bool IsTrue => Number != 0;

    public static Scalar Of(bool value, params Scalar[] from)
    {
        int count = 0;
        Attempt[]? attempts = null;
        foreach (Scalar scalar in from)
        {
            if (scalar.Attempts is not null)
            {
                attempts = count++ == 0 ? scalar.Attempts : [.. attempts!, .. scalar.Attempts];
            }
        }

        return new Scalar(value ? 1 : 0, attempts);
    }
}
