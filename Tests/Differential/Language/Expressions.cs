namespace Devmap.Tests.Differential.Language;

/// <summary>A bool expression.</summary>
internal abstract record Condition;

/// <summary>A bool parameter: the same all through one execution.</summary>
internal sealed record Input(string Name) : Condition;

internal sealed record Flag(Local Local) : Condition;

internal sealed record Constant(bool Value) : Condition;

internal sealed record Not(Condition Operand) : Condition;

internal sealed record Both(Condition Left, Condition Right) : Condition;

internal sealed record Either(Condition Left, Condition Right) : Condition;

/// <summary><c>left == right</c>, or <c>!=</c>.</summary>
internal sealed record Same(Condition Left, Condition Right, bool Equal) : Condition;

internal sealed record Choice(Condition Test, Condition Then, Condition Else) : Condition;

/// <summary><c>Pool.More()</c>: another answer each time.</summary>
internal sealed record More : Condition;

internal sealed record Comparison(Number Left, string Operator, int Right) : Condition;

internal sealed record NullTest(Local Local, bool IsNull, int Style) : Condition;

/// <summary>A conditional acquire, compared so that the whole is true where it succeeded.</summary>
internal sealed record Acquired(int Site, Local Target, Form Form, int Style) : Condition;

/// <summary><c>Pool.TryTake(out target)</c>.</summary>
internal sealed record Taken(int Site, Local Target) : Condition;

/// <summary>An int or enum expression.</summary>
internal abstract record Number;

/// <summary>The int parameter.</summary>
internal sealed record NumberInput : Number;

internal sealed record NumberLocal(Local Local, Form? Form) : Number;

/// <summary>A conditional acquire that answers with a number.</summary>
internal sealed record Answer(int Site, Local Target, Form Form) : Number;

/// <summary>An expression that yields an item, or null.</summary>
internal abstract record Reference;

internal sealed record Variable(Local Local) : Reference;

internal sealed record Nothing : Reference;

/// <summary><c>Pool.Take()</c>, or the constructor.</summary>
internal sealed record Take(int Site, bool IsCreation) : Reference;

/// <summary><c>Pool.Find(n)</c>: null where there is none.</summary>
internal sealed record Find(int Site) : Reference;

/// <summary><c>local ?? right</c>.</summary>
internal sealed record Coalesce(Local Left, Reference Right) : Reference;

internal sealed record Pick(Condition Test, Reference Then, Reference Else) : Reference;
