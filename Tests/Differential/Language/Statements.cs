using System.Collections.Immutable;
using System.Linq;

namespace Devmap.Tests.Differential.Language;

/// <summary>A statement. What is in it can be got at and replaced, so that a program can be made smaller.</summary>
internal abstract record Statement
{
    public virtual ImmutableArray<Block> Blocks => [];

    public virtual Condition? Test => null;

    public virtual Statement WithBlock(int index, Block block) => this;

    public virtual Statement WithTest(Condition test) => this;
}

internal sealed record Declare(Local Local, Reference Value) : Statement;

internal sealed record Assign(Local Local, Reference Value) : Statement;

/// <summary><c>(left, right) = (right, left)</c>.</summary>
internal sealed record Swap(Local Left, Local Right) : Statement;

internal sealed record SetFlag(Local Local, Condition Value, bool IsDeclaration) : Statement
{
    public override Condition Test => Value;

    public override Statement WithTest(Condition test) => this with { Value = test };
}

internal sealed record DeclareNumber(Local Local, Answer Value) : Statement;

/// <summary>An operation on an item; with <paramref name="Conditional"/> through <c>?.</c>.</summary>
internal sealed record Call(int Site, Local Target, Operation Operation, bool Conditional) : Statement;

/// <summary>A conditional acquire whose answer nobody looks at.</summary>
internal sealed record Ignore(int Site, Local Target, Form Form) : Statement;

/// <summary><c>target.Hold(ref flag)</c>: throws where it does not acquire.</summary>
internal sealed record Hold(int Site, Local Target, Local Flag) : Statement;

/// <summary><c>_kept = local</c>: from then on others may release it.</summary>
internal sealed record Keep(Local Local) : Statement;

internal sealed record If(Condition Condition, Block Then, Block? Else) : Statement
{
    public override ImmutableArray<Block> Blocks => Else is null ? [Then] : [Then, Else];

    public override Condition Test => Condition;

    public override Statement WithBlock(int index, Block block) => index == 0 ? this with { Then = block } : this with { Else = block };

    public override Statement WithTest(Condition test) => this with { Condition = test };
}

/// <summary><c>if (Pool.Find(n) is { } local)</c>, or <c>while</c>.</summary>
internal sealed record Found(int Site, Local Local, Block Body, bool IsLoop) : Statement
{
    public override ImmutableArray<Block> Blocks => [Body];

    public override Statement WithBlock(int index, Block block) => this with { Body = block };
}

internal sealed record Switch(Number Value, ImmutableArray<Section> Sections) : Statement
{
    public override ImmutableArray<Block> Blocks => [.. Sections.Select(static section => section.Body)];

    public override Statement WithBlock(int index, Block block) => this with { Sections = Sections.SetItem(index, Sections[index] with { Body = block }) };
}

/// <summary>A section of a switch; without a label the default.</summary>
internal sealed record Section(int? Label, Block Body);

internal enum LoopKind
{
    While,
    Do,
    For,
    ForEach,
}

/// <summary>A loop; a <c>for</c> goes up to a bound of its own, or with <paramref name="IsBoundedByInput"/> to the number that conditions ask about.</summary>
internal sealed record Loop(LoopKind Kind, Condition Condition, Block Body, bool IsBoundedByInput = false) : Statement
{
    public override ImmutableArray<Block> Blocks => [Body];

    public override Condition? Test => Kind is LoopKind.While or LoopKind.Do ? Condition : null;

    public override Statement WithBlock(int index, Block block) => this with { Body = block };

    public override Statement WithTest(Condition test) => this with { Condition = test };
}

internal sealed record Break : Statement;

internal sealed record Continue : Statement;

/// <summary><c>return</c>, with an item or a bool where the method has a result.</summary>
internal sealed record Return(int Site, Reference? Item, Condition? Bool) : Statement;

internal sealed record Throw(ExceptionKind Exception) : Statement;

/// <summary><c>throw;</c> in a handler.</summary>
internal sealed record Rethrow : Statement;

/// <summary><c>Pool.Fail()</c>, which does not return.</summary>
internal sealed record Fail : Statement;

internal enum ExceptionKind
{
    Any,
    InvalidOperation,
    Argument,
}

internal sealed record Try(Block Body, ImmutableArray<Handler> Handlers, Block? Finally) : Statement
{
    public override ImmutableArray<Block> Blocks =>
        [Body, .. Handlers.Select(static handler => handler.Body), .. Finally is null ? ImmutableArray<Block>.Empty : [Finally]];

    public override Statement WithBlock(int index, Block block) =>
        index == 0 ? this with { Body = block }
        : index <= Handlers.Length ? this with { Handlers = Handlers.SetItem(index - 1, Handlers[index - 1] with { Body = block }) }
        : this with { Finally = block };
}

internal sealed record Handler(ExceptionKind Exception, Condition? Filter, Block Body);

/// <summary><c>using (Item local = value) { … }</c>.</summary>
internal sealed record Using(int Site, Local Local, Reference Value, Block Body) : Statement
{
    public override ImmutableArray<Block> Blocks => [Body];

    public override Statement WithBlock(int index, Block block) => this with { Body = block };
}

/// <summary><c>{ body } label: ;</c></summary>
internal sealed record Labelled(string Label, Block Body) : Statement
{
    public override ImmutableArray<Block> Blocks => [Body];

    public override Statement WithBlock(int index, Block block) => this with { Body = block };
}

internal sealed record Goto(string Label) : Statement;
