using System;
using System.Collections.Generic;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Summaries;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Findings;

/// <summary>What the engine can find wrong on a path. Rules turn findings into diagnostics.</summary>
internal enum FindingKind
{
    Leak,
    OverRelease,
    WrongRelease,
    CountMismatch,
    UseAfterRelease,
    MissingReference,
    UncheckedAcquire,
    RejectedTrait,
    CountComparedWithOne,
    OwnedNotReleased,
    PublishedBeforeAcquired,
    ContractNotHonoured,
    UnneededReference,
}

/// <summary>How a leaked object gets lost.</summary>
internal enum LeakShape
{
    /// <summary>The body, or the scope of its last name, ends.</summary>
    Exit,

    /// <summary>Its last name gets another value.</summary>
    Overwrite,

    /// <summary>It never had a name.</summary>
    Dropped,
}

/// <summary>One thing that certainly goes wrong on some path.</summary>
internal sealed class Finding
{
    public Finding(FindingKind kind, SyntaxNode place, Value subject, Resource resource, string refKind, FlowState state)
    {
        Kind = kind;
        Place = place;
        Subject = subject;
        Resource = resource;
        RefKind = refKind;
        State = state;
    }

    public FindingKind Kind { get; private set; }

    /// <summary>Where it goes wrong; of a leak, where the reference was acquired.</summary>
    public SyntaxNode Place { get; private set; }

    public Value Subject { get; }

    public Resource Resource { get; }

    /// <summary>The kind of reference that it is about; of a wrong release the kind that is held.</summary>
    public string RefKind { get; private set; }

    /// <summary>The path on which it goes wrong.</summary>
    public FlowState State { get; }

    /// <summary>The called or accessed member.</summary>
    public ISymbol? Member { get; set; }

    /// <summary>The parameter through which the object was passed; <see langword="null"/>: it was the receiver.</summary>
    public IParameterSymbol? Parameter { get; set; }

    /// <summary>Of a release too many: the owned field that still names the object, so that the next call of the body releases it again.</summary>
    public ISymbol? Dangling { get; set; }

    /// <summary>Of a wrong release: the kind that was given up instead; <see langword="null"/> where the kind is right.</summary>
    public string? ReleasedKind { get; set; }

    /// <summary>Of a release to another lender than the object came from: the one that it goes to, and the one that it came from.</summary>
    public (Value To, Value From)? Lenders { get; set; }

    /// <summary>Of a count mismatch: the count that is given up, as it stands in the source, and the one that was obtained; <see langword="null"/>: none.</summary>
    public (string Released, Value? Obtained)? Counts { get; set; }

    /// <summary>Of a missing reference: the body itself was to hold it (<c>Held</c>).</summary>
    public bool MustBeHeldHere { get; set; }

    /// <summary>Of a missing reference: the call takes one itself, on top of one that there has to be.</summary>
    public bool TakesOne { get; set; }

    /// <summary>Of a reference that is not needed: the object that is held meanwhile, and keeps what was taken.</summary>
    public Value? KeptThrough { get; set; }

    public RejectedTrait? Rejected { get; set; }

    /// <summary>What the contract of the body says and this path does not do.</summary>
    public BrokenPromise? Broken { get; set; }

    public LeakShape Shape { get; set; }

    /// <summary>Of a leak: it was acquired in a nested function and is lost outside of it. No edit in one place repairs that.</summary>
    public bool IsAcquiredElsewhere { get; set; }

    /// <summary>
    /// Of an object that lives on, or a permit: whether nothing but this body gives such references back. It is a mistake only
    /// then, and if another path of the body does. Asked last: the answer takes a look at the whole type.
    /// </summary>
    public Func<bool>? IsGivenBackHereOnly { get; set; }

    /// <summary>Of a leak: on its path it is the exception of a call that leaves the body.</summary>
    public bool IsByCall { get; set; }

    /// <summary>Of a leak: on some path it is the exception of a call that leaves the body.</summary>
    public bool HasExitByCall { get; set; }

    /// <summary>Of a release: on another path it is right at the same place.</summary>
    public bool IsRightElsewhere { get; set; }

    /// <summary>Of a leak: where the reference is lost, on every path that loses it. <see langword="null"/> stands for the end of the body.</summary>
    public List<SyntaxNode?> Exits { get; } = new();

    /// <summary>What looked like a release by the wrong function was one too many: the right one follows.</summary>
    public void BecomeOverRelease()
    {
        if (Kind == FindingKind.WrongRelease && ReleasedKind is { } released)
        {
            Kind = FindingKind.OverRelease;
            RefKind = released;
        }
    }

    /// <summary>It goes wrong because of a call: nothing is wrong with the function that is called.</summary>
    /// <param name="call">The call.</param>
    /// <param name="function">The function; <see langword="null"/>: it has no name.</param>
    public void MoveTo(SyntaxNode call, ISymbol? function) => (Place, Member, Parameter) = (call, function, null);
}
