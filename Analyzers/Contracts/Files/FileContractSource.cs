using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts.Files;

/// <summary>Contracts written in contract files: found by the documentation-comment id of the symbol, which costs one look-up.</summary>
internal sealed class FileContractSource : IContractSource
{
    private readonly ContractFileSet _files;

    public FileContractSource(ContractFileSet files) => _files = files;

    public MemberContract? Read(ISymbol symbol)
    {
        if (_files.SaysNothing || IdOf(symbol) is not { Length: > 0 } id)
        {
            return null;
        }

        ImmutableArray<ContractClause> clauses = _files.ClausesOf(id);
        if (clauses.IsEmpty)
        {
            return null;
        }

        ImmutableArray<IParameterSymbol> parameters = EntryCheck.ParametersOf(symbol);
        var builder = new MemberContractBuilder();
        foreach (ContractClause clause in clauses)
        {
            if (EntryCheck.Problem(clause, symbol) is not null)
            {
                continue;
            }

            if (clause.Parameter is null)
            {
                builder.Add(clause.Word, new ClauseArguments(clause), clause.Place);
            }
            else
            {
                builder.Add(clause.Word, new ClauseArguments(clause), parameters.First(parameter => parameter.Name == clause.Parameter), parameters.Length);
            }
        }

        return builder.Build();
    }

    private static string? IdOf(ISymbol symbol) => symbol switch
    {
        IAssemblySymbol assembly => "A:" + assembly.Name,
        IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } => null,
        _ => symbol.GetDocumentationCommentId(),
    };
}
