using System.Collections.Generic;
using System.Threading;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Contracts.Files;
using Devmap.Analyzers.Inference;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Gate;

/// <summary>
/// The first look at a body, which costs its tokens at most: whether it mentions the name of anything that has a contract.
/// One for each compilation; safe for concurrent use.
/// </summary>
internal sealed class NameGate
{
    private readonly Compilation _compilation;
    private readonly ContractFileSet _files;
    private readonly InferredContracts _inferred;
    private readonly object _lock = new();
    private ContractNames? _names;
    private HashSet<SyntaxTree>? _mentioning;

    public NameGate(Compilation compilation, ContractFileSet files, InferredContracts inferred)
    {
        _files = files;
        _inferred = inferred;
        _compilation = compilation;
    }

    /// <summary>Whether something may be said of the member, or in a piece of its code.</summary>
    public bool Admits(ISymbol owner, SyntaxNode code, CancellationToken cancellation)
    {
        ContractNames names = Find(cancellation);
        return MayHaveContract(owner, names)
            || (_mentioning!.Contains(code.SyntaxTree) && MentionedNames.Any(code, names.Names));
    }

    /// <summary>Whether something may be said of the member.</summary>
    public bool MayHaveContract(ISymbol member, CancellationToken cancellation) => MayHaveContract(member, Find(cancellation));

    private static bool MayHaveContract(ISymbol member, ContractNames names) =>
        names.AdmitsAll || names.Names.Contains(MentionedNames.Of(member));

    private ContractNames Find(CancellationToken cancellation)
    {
        ContractNames? names = Volatile.Read(ref _names);
        if (names is not null)
        {
            return names;
        }

        lock (_lock)
        {
            names = _names;
            if (names is null)
            {
                names = new ContractNames();
                FileNames.Add(_files, names);
                foreach (IAssemblySymbol assembly in ContractPresence.AssembliesInSight(_compilation))
                {
                    names.Add(MetadataNames.Of(assembly, _compilation, cancellation));
                }

                _mentioning = SourceNames.Add(_compilation, _inferred.HandlesCountedTypes, names, cancellation);
                Volatile.Write(ref _names, names);
            }

            return names;
        }
    }
}
