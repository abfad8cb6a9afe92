using System.Collections.Immutable;

namespace Devmap.Tests.Differential.PageLibrary.Language;

/// <summary>What a call does to the object that it is about, as far as the referee has to know.</summary>
public enum Deed
{
    /// <summary>It needs the page alive: a byte is read.</summary>
    Touch,

    /// <summary>It takes a reference on top of one that there has to be.</summary>
    Get,

    /// <summary>It takes a reference or not, and nobody looks at which.</summary>
    TakeUnasked,

    /// <summary>It gives up a reference: on a page, or on a range.</summary>
    Put,

    /// <summary>It gives up a pin.</summary>
    Unpin,

    /// <summary>It gives up the pins of an array.</summary>
    UnpinAll,

    /// <summary>It puts the page into a page table.</summary>
    Install,

    /// <summary>It puts the frame of the page into a page table.</summary>
    InstallFrame,

    /// <summary>It puts the page on a list.</summary>
    List,

    /// <summary>It takes a device range away.</summary>
    Remove,

    /// <summary>It can be neither refused nor wrong.</summary>
    Other,
}

/// <summary>One line of a program, with the blocks that hang on it. What is in it can be replaced, so that a program can be made smaller.</summary>
internal abstract record Node
{
    public virtual ImmutableArray<Block> Blocks => [];

    public virtual Node WithBlock(int index, Block block) => this;
}

internal sealed record Block(ImmutableArray<Node> Nodes);

/// <summary><c>type name = value;</c></summary>
/// <param name="Type">The type of the variable.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it is set to.</param>
/// <param name="Acquires">The value comes with a reference, unless it is null.</param>
/// <param name="Watch">The method of the referee that the value goes through when the program is run; <see langword="null"/>: none.</param>
/// <param name="Subject">The page that is asked, or the array that is filled; <see langword="null"/>: none.</param>
internal sealed record Let(string Type, string Name, string Value, bool Acquires = false, string? Watch = null, string? Subject = null) : Node;

/// <summary>A call as a statement of its own.</summary>
/// <param name="Text">The call.</param>
/// <param name="Deed">What it does.</param>
/// <param name="Subject">The variable, or the element, that it does so to.</param>
internal sealed record Act(string Text, Deed Deed, string Subject) : Node;

/// <param name="Test">The condition.</param>
/// <param name="Subject">The page that it is asked of; <see langword="null"/>: it is no question to a page, or one that sees to null itself.</param>
/// <param name="Then">What is done where it holds.</param>
/// <param name="Else">What is done where it does not.</param>
internal sealed record If(string Test, string? Subject, Block Then, Block? Else) : Node
{
    public override ImmutableArray<Block> Blocks => Else is null ? [Then] : [Then, Else];

    public override Node WithBlock(int index, Block block) => index == 0 ? this with { Then = block } : this with { Else = block };
}

internal sealed record TryFinally(Block Body, Block Finally) : Node
{
    public override ImmutableArray<Block> Blocks => [Body, Finally];

    public override Node WithBlock(int index, Block block) => index == 0 ? this with { Body = block } : this with { Finally = block };
}

internal sealed record Return : Node;

/// <summary>A program: the body of a method whose parameters are <see cref="Inputs.Parameters"/>.</summary>
/// <param name="Body">The statements.</param>
/// <param name="Inputs">The inputs that it uses: only these have to be tried in all ways.</param>
internal sealed record PageProgram(Block Body, ImmutableSortedSet<string> Inputs);
