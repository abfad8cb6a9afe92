using System.Collections.Immutable;

namespace Devmap.Tests.Differential.Language;

/// <summary>A variable of a generated method: its number in the frame, and the name that is printed.</summary>
internal sealed record Local(int Index, string Name);

/// <summary>What a generated method returns.</summary>
internal enum Result
{
    Nothing,
    Item,
    Bool,
}

/// <summary>
/// A random method. Its parameters are always the same: two lent items, one that is handed over where
/// <see cref="Consumes"/> says so, three bools, a number, and a bound of loops that nothing else is compared with.
/// </summary>
internal sealed record Method(Result Result, bool Consumes, Block Body, int Locals, bool HasLoops)
{
    /// <summary>The site of the consumed parameter: its leak is reported there.</summary>
    public const int ConsumedSite = 0;

    public static readonly Local Lent = new(0, "lent");
    public static readonly Local Other = new(1, "other");
    public static readonly Local Mine = new(2, "mine");
    public static readonly ImmutableArray<string> Inputs = ["a", "b", "c"];

    /// <summary>The first number of a local that is not a parameter.</summary>
    public const int FirstLocal = 3;
}

/// <summary>Statements in braces; what is declared in them ends with them.</summary>
internal sealed record Block(ImmutableArray<Statement> Statements)
{
    public static readonly Block Empty = new([]);
}
