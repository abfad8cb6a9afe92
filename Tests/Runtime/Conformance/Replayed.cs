namespace Devmap.Tests.Runtime.Conformance;

/// <summary>What the model did in one recorded scenario.</summary>
/// <param name="Outcome">In the words of the recording; <see langword="null"/>: not modelled.</param>
/// <param name="Reason">Why it is not modelled.</param>
/// <param name="Breach">
/// Of a defect of the kernel: the invariant that the model reports when it is told to have the defect; <see langword="null"/>: the
/// row is part of the contract.
/// </param>
internal sealed record Replayed(string? Outcome, string? Reason = null, Invariant? Breach = null)
{
    public static Replayed NotModelled(string reason) => new(null, reason);

    public static Replayed Defect(string outcome, Invariant breach) => new(outcome, Breach: breach);

    public static implicit operator Replayed(string outcome) => new(outcome);
}
