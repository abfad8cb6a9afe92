using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Values;

/// <summary>How a compound value is computed from its parts.</summary>
internal enum ValueOperator
{
    Equal,
    LessThan,
    LessThanOrEqual,
    Not,
    And,
    Or,
    IsType,
    Add,
    Subtract,
    Multiply,
    BitAnd,
    BitOr,
    BitXor,
    Other,
}

/// <summary>
/// What an expression evaluates to, as far as the analysis knows: a constant, something opaque, or an operation on
/// values. Values are interned in a <see cref="ValueTable"/>, so that equal means identical.
/// </summary>
internal abstract class Value
{
    protected Value(int id) => Id = id;

    /// <summary>Unique within the analysis of one body.</summary>
    public int Id { get; }

    public bool IsNull => this is ConstantValue { Constant: null };

    /// <summary>How many values it is made of, itself included.</summary>
    public virtual int Size => 1;

    /// <summary>Whether it depends on something that was too large to be followed: no path that is told by it is certain.</summary>
    public virtual bool IsBlurred => false;

    // Interned: equal means identical.
    public sealed override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public sealed override int GetHashCode() => Id;
}

/// <summary>A compile-time constant. Integers and enums are kept as <see cref="long"/>.</summary>
internal sealed class ConstantValue : Value
{
    public ConstantValue(int id, object? constant)
        : base(id) => Constant = constant;

    public object? Constant { get; }

    public override string ToString() => Constant?.ToString() ?? "null";
}

/// <summary>
/// Something that is only known by where it came from. <see cref="Version"/> tells the newest value of a place in a
/// loop from an older one that is still in use.
/// </summary>
internal sealed class OpaqueValue : Value
{
    public OpaqueValue(int id, int site, int version, ITypeSymbol? type)
        : base(id)
    {
        Site = site;
        Version = version;
        Type = type;
    }

    public int Site { get; }

    public int Version { get; }

    public ITypeSymbol? Type { get; }

    /// <summary>Whatever comes from its site is an object: it need not be said of it on each path.</summary>
    public bool IsNeverNull { get; set; }

    public override string ToString() => $"#{Site}.{Version}";
}

/// <summary>An operation on one or two values; comparisons are the conditions that tell paths apart.</summary>
internal sealed class CompoundValue : Value
{
    public CompoundValue(int id, ValueOperator @operator, Value left, Value? right, object? detail)
        : base(id)
    {
        Operator = @operator;
        Left = left;
        Right = right;
        Detail = detail;
        Size = 1 + left.Size + (right?.Size ?? 0);
        IsBlurred = left.IsBlurred || right is { IsBlurred: true };
    }

    public ValueOperator Operator { get; }

    public Value Left { get; }

    public Value? Right { get; }

    /// <summary>The type of a type test.</summary>
    public object? Detail { get; }

    public override int Size { get; }

    public override bool IsBlurred { get; }

    public override string ToString() => $"({Operator} {Left} {Right})";
}

/// <summary>An operation on too many values to look through: whatever is made of it costs no more than a value without parts.</summary>
internal sealed class BlurredValue : Value
{
    public BlurredValue(int id)
        : base(id)
    {
    }

    public override bool IsBlurred => true;

    public override string ToString() => "?";
}
