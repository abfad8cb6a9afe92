namespace Devmap.Analyzers.Flow.Summaries;

/// <summary>In what way a body does not do what its contract says.</summary>
internal enum PromiseKind
{
    /// <summary>It changes the count of an object by another number.</summary>
    Count,

    /// <summary>It hands out an object on which its caller gets no reference.</summary>
    HandedOutUnowned,

    /// <summary>It hands out an object with a reference that its caller knows nothing of.</summary>
    HandedOutOwned,

    /// <summary>It hands out another object than the one that it names.</summary>
    OtherObject,
}

/// <summary>What a contract says and its body does not do on some path.</summary>
/// <param name="Kind">In what way.</param>
/// <param name="Promised">By how much the contract says that the caller's count changes.</param>
/// <param name="Done">By how much it changes.</param>
/// <param name="Element">The parameter, <c>this</c>, or for an alias the object that should have been handed out.</param>
internal sealed record BrokenPromise(PromiseKind Kind, int Promised, int Done, string Element);
