using System.Collections.Immutable;

namespace Devmap.Analyzers.Contracts.Files;

/// <summary>The vocabulary of contract files, and the attributes that it stands for.</summary>
internal static class ClauseVerbs
{
    /// <summary>The verbs that are one word.</summary>
    public static readonly ImmutableArray<string> All = ImmutableArray.Create(
        "acquires", "releases", "requires", "borrowed", "uncounted", "owned", "kept", "alias", "tests", "counter", "has", "rejects", "trusted", "runs");

    /// <summary>What an option is called, whatever the verb.</summary>
    public static readonly ImmutableArray<string> AllOptions = ImmutableArray.Create(
        "when", "or", "kind", "count", "from", "by", "of", "while", "trait", "argument", "flag", "held", "idempotent", "all");

    /// <summary>The conditions of <c>when</c>, in the order of <see cref="RefCondition"/>.</summary>
    public static readonly ImmutableArray<string> Conditions = ImmutableArray.Create(
        "always", "true", "false", "notnull", "null", "zero", "nonzero", "positive", "nonnegative");

    /// <summary>The word of a verb; <see cref="ContractWord.None"/>: no such verb.</summary>
    public static ContractWord Of(string verb) => verb switch
    {
        "acquires" => ContractWord.AcquiresRef,
        "releases" => ContractWord.ReleasesRef,
        "requires" => ContractWord.RequiresRef,
        "borrowed" => ContractWord.BorrowedRef,
        "uncounted" => ContractWord.UncountedRef,
        "owned" => ContractWord.OwnedRef,
        "kept" => ContractWord.KeptBy,
        "alias" => ContractWord.AliasOf,
        "tests" => ContractWord.RefTest,
        "counter" => ContractWord.RefCounter,
        "has" => ContractWord.HasTrait,
        "rejects" => ContractWord.RejectsTrait,
        "trusted" => ContractWord.TrustedContract,
        "runs" => ContractWord.RunsAtDispose,
        _ => ContractWord.None,
    };

    /// <summary>The property of the attribute that <c>option=value</c> sets; <see langword="null"/>: the verb has no such option.</summary>
    public static string? PropertyOf(ContractWord word, string option) => (word, option) switch
    {
        (ContractWord.AcquiresRef or ContractWord.ReleasesRef or ContractWord.RequiresRef or ContractWord.OwnedRef
            or ContractWord.RefTest or ContractWord.RefCounter, "kind") => "Kind",
        (ContractWord.AcquiresRef or ContractWord.ReleasesRef, "count") => "Count",
        (ContractWord.ReleasesRef, "of") => "Of",
        (ContractWord.BorrowedRef, "from") => "From",
        (ContractWord.AliasOf, "from") => "Source",
        (ContractWord.KeptBy, "by") => "Keeper",
        (ContractWord.OwnedRef, "while") => "WhenMember",
        (ContractWord.HasTrait or ContractWord.TraitTest or ContractWord.RejectsTrait, "trait") => "Trait",
        (ContractWord.RejectsTrait, "argument") => "Argument",
        (ContractWord.RejectsTrait, "flag") => "Flag",
        _ => null,
    };

    /// <summary>The property that an option without a value sets; <see langword="null"/>: the verb has no such option.</summary>
    public static string? FlagOf(ContractWord word, string option) => (word, option) switch
    {
        (ContractWord.ReleasesRef, "idempotent") => "Idempotent",
        (ContractWord.ReleasesRef, "all") => "All",
        (ContractWord.RequiresRef, "held") => "Held",
        _ => null,
    };

    public static bool MayHaveCondition(ContractWord word) =>
        word is ContractWord.AcquiresRef or ContractWord.ReleasesRef or ContractWord.KeptBy;

    /// <summary>Whether the call tells by an answer or an exception what it did; a keeper has no exception path of its own.</summary>
    public static bool MayThrowOtherwise(ContractWord word) => word is ContractWord.AcquiresRef or ContractWord.ReleasesRef;

    public static bool MayNameMember(ContractWord word) => word is ContractWord.AcquiresRef or ContractWord.ReleasesRef;
}
