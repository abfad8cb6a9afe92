using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.State;

/// <summary>What kind of thing a step of a story tells.</summary>
internal enum StepKind
{
    /// <summary>A reference was acquired.</summary>
    Acquired,

    /// <summary>A conditional acquire did not happen.</summary>
    AcquireFailed,

    /// <summary>The object was obtained without a reference.</summary>
    Obtained,

    /// <summary>A reference was given up.</summary>
    Released,

    /// <summary>The slot that names the object does not own it on this path.</summary>
    NotOwned,

    /// <summary>A branch was taken.</summary>
    Branch,

    /// <summary>An operation threw.</summary>
    Threw,

    /// <summary>A lambda or local function of the body was called; what follows happens in it.</summary>
    Called,
}

/// <summary>One step of a path, with the value it is about (0: none).</summary>
internal sealed record Step(StepKind Kind, SyntaxNode Place, int Subject, ISymbol? Member, string? RefKind = null, bool Truth = false);

/// <summary>How a path came here: a list that grows at its head and shares its tail. Never part of what makes two states equal.</summary>
internal sealed class Trace
{
    // A story of a loop that runs on is not worth more memory than this.
    private const int MaxLength = 400;

    private Trace(Step step, Trace? previous)
    {
        Step = step;
        Previous = previous;
        Length = (previous?.Length ?? 0) + 1;
    }

    public Step Step { get; }

    public Trace? Previous { get; }

    public int Length { get; }

    /// <summary>
    /// The story of two paths that became one: what both went through, and what happened to objects on the first. The
    /// branches that told them apart are no part of it.
    /// </summary>
    public static Trace? Meet(Trace? left, Trace? right)
    {
        Trace? first = left, second = right;
        while (!ReferenceEquals(first, second))
        {
            if ((first?.Length ?? 0) >= (second?.Length ?? 0))
            {
                first = first!.Previous;
            }
            else
            {
                second = second!.Previous;
            }
        }

        return Replay(left, first, first);
    }

    private static Trace? Replay(Trace? trace, Trace? until, Trace? onto)
    {
        if (ReferenceEquals(trace, until))
        {
            return onto;
        }

        Trace? earlier = Replay(trace!.Previous, until, onto);
        return trace.Step.Kind is StepKind.Branch or StepKind.Threw ? earlier : Append(earlier, trace.Step);
    }

    public static Trace? Append(Trace? trace, Step step) => trace is { Length: >= MaxLength } ? trace : new Trace(step, trace);
}
