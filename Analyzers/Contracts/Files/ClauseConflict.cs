using System.Collections.Generic;
using System.Linq;

namespace Devmap.Analyzers.Contracts.Files;

/// <summary>Clauses of one member that cannot both be in force: the earlier one is.</summary>
internal static class ClauseConflict
{
    /// <summary>Why a clause is not in force beside those that are.</summary>
    public static ContractFileProblem? Between(ContractClause clause, List<LoadedClause> known)
    {
        foreach (LoadedClause earlier in known)
        {
            if (SpeakOfTheSame(clause, earlier.Clause))
            {
                bool repeats = clause.Word == earlier.Clause.Word && HaveSameOptions(clause, earlier.Clause);
                return new ContractFileProblem(clause.Span, $"it {(repeats ? "repeats" : "contradicts")} {PlaceOf(earlier)}");
            }
        }

        return null;
    }

    private static bool SpeakOfTheSame(ContractClause left, ContractClause right)
    {
        if (left.Parameter != right.Parameter || ElementOf(left) != ElementOf(right))
        {
            return false;
        }

        // How an object comes out of an element is one question with three answers.
        if (IsOrigin(left.Word) && IsOrigin(right.Word))
        {
            return true;
        }

        return left.Word == right.Word && left.Word switch
        {
            ContractWord.AcquiresRef or ContractWord.ReleasesRef => Have(left, right, "Kind", "ref") && Have(left, right, "Member", null),
            ContractWord.RequiresRef => Have(left, right, "Kind", null),
            ContractWord.HasTrait => Have(left, right, "Trait", null),
            ContractWord.RejectsTrait => Have(left, right, "Trait", null) && Have(left, right, "Argument", null) && Have(left, right, "Flag", null),
            _ => true,
        };
    }

    /// <summary>The value of a field or property is one element, whichever target names it.</summary>
    private static ContractTarget ElementOf(ContractClause clause) => ContractPlaces.TargetOf(clause.Word, clause.Place);

    private static bool IsOrigin(ContractWord word) => word is ContractWord.BorrowedRef or ContractWord.UncountedRef or ContractWord.OwnedRef;

    private static bool Have(ContractClause left, ContractClause right, string property, string? absent) =>
        ValueOf(left, property, absent) == ValueOf(right, property, absent);

    private static string? ValueOf(ContractClause clause, string property, string? absent) =>
        new ClauseArguments(clause).TextOrNull(property, absent);

    private static bool HaveSameOptions(ContractClause left, ContractClause right) =>
        left.Options.Length == right.Options.Length && left.Options.All(option => right.Options.Contains(option));

    private static string PlaceOf(LoadedClause clause)
    {
        int line = clause.File.Text.Lines.GetLineFromPosition(clause.Clause.Span.Start).LineNumber + 1;
        string path = clause.File.Path;
        return $"line {line} of {path.Substring(path.LastIndexOfAny(new[] { '/', '\\' }) + 1)}";
    }
}
