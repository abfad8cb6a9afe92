using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts.Checks;

/// <summary>Whether two statements about one element can both be meant.</summary>
internal static class ContradictionCheck
{
    /// <summary>The mistake of a statement beside an earlier one; <see langword="null"/>: there is none.</summary>
    /// <param name="statement">The later one.</param>
    /// <param name="earlier">The earlier one.</param>
    /// <param name="all">Everything that is said of the member.</param>
    public static ContractMistake? Between(ContractStatement statement, ContractStatement earlier, IReadOnlyList<ContractStatement> all)
    {
        if (statement.Target != earlier.Target || !SymbolEqualityComparer.Default.Equals(statement.Parameter, earlier.Parameter))
        {
            return null;
        }

        return Contradict(statement, earlier, all) || Contradict(earlier, statement, all)
            ? new ContractMistake($"'{statement.Word}' contradicts '{earlier.Word}' on the same element")
            : null;
    }

    private static bool Contradict(ContractStatement first, ContractStatement second, IReadOnlyList<ContractStatement> all) => (first.Word, second.Word) switch
    {
        // How an object comes out of an element is one question with three answers.
        (ContractWord.BorrowedRef, ContractWord.UncountedRef or ContractWord.OwnedRef) or (ContractWord.UncountedRef, ContractWord.OwnedRef) => true,

        // What goes in with a reference may come out as another object with one.
        (ContractWord.AcquiresRef, ContractWord.ReleasesRef) =>
            IsUnconditional(first) && IsUnconditional(second) && HaveSame(first, second, "Kind") && HaveSame(first, second, "Count")
            && HaveSame(first, second, "Member") && first.Parameter?.RefKind != RefKind.Ref && !second.Arguments.Flag("Idempotent"),

        (ContractWord.AliasOf, ContractWord.AcquiresRef) => second.Target == ContractTarget.Value && IsUnconditional(second),

        // Handed over to a keeper it may still be used, as if it were lent.
        (ContractWord.BorrowedRef, ContractWord.ReleasesRef) =>
            first.Place == ContractPlace.Parameter && IsUnconditional(second) && second.Arguments.TextOrNull("Member") is null && !IsKept(first, all),

        (ContractWord.HasTrait, ContractWord.RejectsTrait) =>
            first.Arguments.Trait() == second.Arguments.Trait() && second.Arguments.TextOrNull("Argument") is null,

        _ => false,
    };

    private static bool IsUnconditional(ContractStatement statement) => statement.Arguments.Condition("When") == RefCondition.Always;

    private static bool HaveSame(ContractStatement first, ContractStatement second, string property) =>
        (first.Arguments.TextOrNull(property) ?? "ref") == (second.Arguments.TextOrNull(property) ?? "ref");

    private static bool IsKept(ContractStatement statement, IReadOnlyList<ContractStatement> all)
    {
        foreach (ContractStatement other in all)
        {
            if (other.Word == ContractWord.KeptBy && SymbolEqualityComparer.Default.Equals(other.Parameter, statement.Parameter))
            {
                return true;
            }
        }

        return false;
    }
}
