using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts.Checks;

/// <summary>Everything that is wrong with the contracts on one declaration, each of them once.</summary>
internal static class DeclarationCheck
{
    public static IEnumerable<(WrittenContract Contract, ContractMistake Mistake)> Find(ISymbol symbol)
    {
        List<WrittenContract> written = WrittenContracts.On(symbol);
        List<ContractStatement> all = written.ConvertAll(static contract => contract.Statement);
        var right = new List<ContractStatement>();
        foreach (WrittenContract contract in written)
        {
            // What does not compile the compiler reports.
            if (!Compiles(contract.Attribute))
            {
                continue;
            }

            if ((MistakeIn(contract.Statement) ?? Contradiction(contract.Statement, right, all)) is not { } mistake)
            {
                right.Add(contract.Statement);
                continue;
            }

            yield return (contract, mistake);
        }
    }

    private static ContractMistake? MistakeIn(ContractStatement statement) =>
        statement.Target != ContractTarget.Nowhere && !IsReadable(statement)
            ? new ContractMistake("one of its arguments cannot be read")
            : StatementCheck.Find(statement);

    private static ContractMistake? Contradiction(ContractStatement statement, List<ContractStatement> earlier, List<ContractStatement> all)
    {
        foreach (ContractStatement other in earlier)
        {
            if (ContradictionCheck.Between(statement, other, all) is { } mistake)
            {
                return mistake;
            }
        }

        return null;
    }

    // Read as it is read where it counts.
    private static bool IsReadable(ContractStatement statement)
    {
        if (statement.Place == ContractPlace.Parameter)
        {
            new ElementContractBuilder().Add(statement.Word, statement.Arguments);
        }
        else
        {
            new MemberContractBuilder().Add(statement.Word, statement.Arguments, statement.Place!.Value);
        }

        return !statement.Arguments.IsMalformed;
    }

    private static bool Compiles(AttributeData attribute)
    {
        if (attribute.AttributeConstructor is null)
        {
            return false;
        }

        foreach (TypedConstant argument in attribute.ConstructorArguments)
        {
            if (argument.Kind == TypedConstantKind.Error)
            {
                return false;
            }
        }

        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Value.Kind == TypedConstantKind.Error)
            {
                return false;
            }
        }

        return true;
    }
}
