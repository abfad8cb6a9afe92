using System.Collections.Generic;
using Devmap.Tests.Differential.PageLibrary.Language;

namespace Devmap.Tests.Differential.PageLibrary.Generation;

/// <summary>Where a page comes from.</summary>
internal enum Origin
{
    Lent,
    Found,
    File,
    Ram,
    Array,
}

/// <summary>A page that code can name, and whether the generator knows it to be held.</summary>
internal sealed class Handle(string name, Origin origin)
{
    public string Name => name;

    public Origin Origin => origin;

    public bool IsHeld { get; set; }

    public bool IsListed { get; set; }
}

/// <summary>Something that has to be given up, so that programs give up most of what they take.</summary>
internal sealed record Debt(Handle? Page, Act Payment);

/// <summary>The pages in scope, and what is owed.</summary>
internal sealed class Scope
{
    public List<Handle> Pages { get; } = [];

    public List<Debt> Debts { get; } = [];

    /// <summary>How many of the debts were made outside of the block that is being written.</summary>
    public int Outer { get; set; }
}
