namespace Devmap.Analyzers.Contracts;

/// <summary>Which word may stand where, and what it speaks of there.</summary>
internal static class ContractPlaces
{
    public static ContractTarget TargetOf(ContractWord word, ContractPlace place) => (word, place) switch
    {
        (ContractWord.AcquiresRef or ContractWord.ReleasesRef or ContractWord.RequiresRef or ContractWord.KeptBy or ContractWord.RejectsTrait,
            ContractPlace.Method or ContractPlace.Property) => ContractTarget.Receiver,

        (ContractWord.AcquiresRef or ContractWord.BorrowedRef or ContractWord.UncountedRef or ContractWord.AliasOf or ContractWord.HasTrait,
            ContractPlace.Return) => ContractTarget.Value,

        (ContractWord.BorrowedRef or ContractWord.UncountedRef or ContractWord.OwnedRef or ContractWord.AliasOf or ContractWord.HasTrait,
            ContractPlace.Property) => ContractTarget.Value,

        (ContractWord.BorrowedRef or ContractWord.UncountedRef or ContractWord.OwnedRef or ContractWord.HasTrait,
            ContractPlace.Field) => ContractTarget.Value,

        (ContractWord.AcquiresRef or ContractWord.ReleasesRef or ContractWord.RequiresRef or ContractWord.BorrowedRef
            or ContractWord.UncountedRef or ContractWord.OwnedRef or ContractWord.KeptBy or ContractWord.RunsAtDispose
            or ContractWord.HasTrait or ContractWord.RejectsTrait or ContractWord.TraitTest,
            ContractPlace.Parameter) => ContractTarget.Value,

        (ContractWord.HasTrait, ContractPlace.Type) => ContractTarget.Value,

        (ContractWord.TrustedContract, ContractPlace.Method or ContractPlace.Property or ContractPlace.Type) => ContractTarget.Member,
        (ContractWord.BorrowedByDefault, ContractPlace.Type or ContractPlace.Assembly) => ContractTarget.Member,
        (ContractWord.TraitTest or ContractWord.RefTest,
            ContractPlace.Method or ContractPlace.Property or ContractPlace.Field) => ContractTarget.Member,
        (ContractWord.RefCounter, ContractPlace.Field) => ContractTarget.Member,

        _ => ContractTarget.Nowhere,
    };
}
