using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Syntax;

/// <summary>What one mention of an object does to the reference that the body holds on it.</summary>
internal enum ObjectUseKind
{
    /// <summary>Nothing: a member is read or called, the object is compared or lent.</summary>
    Plain,

    /// <summary>Takes one more reference.</summary>
    Acquire,

    /// <summary>Gives the reference up.</summary>
    Release,

    /// <summary>May give it to somebody else: stored, captured, returned, passed to a call that says nothing.</summary>
    Transfer,

    /// <summary>Gives the name another value.</summary>
    Overwrite,
}

/// <summary>One mention of an object by its name.</summary>
internal sealed class ObjectUse
{
    public ObjectUse(IdentifierNameSyntax name, ObjectUseKind kind, ExpressionStatementSyntax? releaseStatement)
    {
        Name = name;
        Kind = kind;
        ReleaseStatement = releaseStatement;
    }

    public IdentifierNameSyntax Name { get; }

    public ObjectUseKind Kind { get; }

    /// <summary>The statement that is nothing but the release.</summary>
    public ExpressionStatementSyntax? ReleaseStatement { get; }

    /// <summary>Whether the body may hold the reference no longer afterwards.</summary>
    public bool EndsHold => Kind is not (ObjectUseKind.Plain or ObjectUseKind.Acquire);
}
