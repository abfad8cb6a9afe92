namespace Devmap.Analyzers.Contracts;

/// <summary>The words of the contract language: one for each attribute of <c>Devmap.Contracts</c>.</summary>
internal enum ContractWord
{
    None,
    AcquiresRef,
    ReleasesRef,
    RequiresRef,
    BorrowedRef,
    UncountedRef,
    OwnedRef,
    TrustedContract,
    KeptBy,
    AliasOf,
    RefTest,
    RefCounter,
    BorrowedByDefault,
    RunsAtDispose,
    HasTrait,
    TraitTest,
    RejectsTrait,
}
