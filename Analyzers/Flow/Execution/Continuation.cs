using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>
/// What comes after a <c>finally</c> that is being run: a finally is replayed for each way out of its <c>try</c>, each
/// with a continuation of its own, so that the ways do not mix. A filter has one as well, since the exception goes on where
/// it says no, and a handler that throws its exception again.
/// </summary>
/// <param name="Region">The finally or handler that is being run.</param>
/// <param name="Branch">The branch that is carried on with afterwards; <see langword="null"/> while an exception is under way.</param>
/// <param name="Next">The position in the finally regions of the branch of the one to run next.</param>
/// <param name="Thrown">The exception that is under way.</param>
/// <param name="Outer">What was under way when the <c>try</c> was entered.</param>
internal sealed record Continuation(ControlFlowRegion Region, ControlFlowBranch? Branch, int Next, ThrownException? Thrown, Continuation? Outer);

/// <summary>An exception on its way out.</summary>
/// <param name="Place">The statement or operation that threw it.</param>
/// <param name="Type">Its static type where a <c>throw</c> says it; otherwise <see langword="null"/>.</param>
/// <param name="Origin">What threw it.</param>
internal sealed record ThrownException(SyntaxNode Place, ITypeSymbol? Type, ThrowOrigin Origin)
{
    /// <summary>It is just of its type, and of none derived from it: the <c>throw</c> creates it.</summary>
    public bool IsExact { get; init; }

    /// <summary>The handlers that it has passed: it is of none of their types.</summary>
    public PassedHandler? Passed { get; init; }
}

/// <summary>A type that a handler would have caught, and the ones before it.</summary>
internal sealed record PassedHandler(ITypeSymbol Type, PassedHandler? Earlier);

/// <summary>What threw an exception: where one leaves the body, it depends on that whether anybody wants to hear of it.</summary>
internal enum ThrowOrigin
{
    /// <summary>Something that hardly ever throws: handlers are run for it, but it is no way out of the body.</summary>
    Unlikely,

    /// <summary>A call that may fail.</summary>
    Call,

    /// <summary>A <c>throw</c> of this body.</summary>
    Statement,

    /// <summary>No exception at all: the consumer of an iterator stops at a <c>yield return</c>. Only what is in a finally runs then.</summary>
    Abandonment,
}

/// <summary>A block, in the context in which it runs.</summary>
internal readonly record struct Node(int Block, Continuation? Continuation);
