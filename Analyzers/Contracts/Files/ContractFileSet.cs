using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.Analyzers.Contracts.Files;

/// <summary>All contract files of a compilation, as one: they add up.</summary>
/// <remarks>
/// In the order of their paths, presets last: a compiler and an editor may be given the same files in different orders, and
/// what a project says of a member stands in the place of what a preset says.
/// </remarks>
internal sealed class ContractFileSet
{
    public static readonly ContractFileSet Empty = new();

    private readonly List<LoadedContractFile> _files = new();
    private readonly Dictionary<string, List<LoadedClause>> _clauses = new(StringComparer.Ordinal);

    private ContractFileSet()
    {
    }

    public IReadOnlyList<LoadedContractFile> Files => _files;

    public bool SaysNothing => _clauses.Count == 0;

    public static ContractFileSet Load(ImmutableArray<AdditionalText> additionalFiles, CancellationToken cancellation)
    {
        var set = new ContractFileSet();
        foreach (LoadedContractFile file in Read(additionalFiles, cancellation).OrderBy(static file => file.File.IsPreset).ThenBy(static file => file.Path, StringComparer.Ordinal))
        {
            set.Add(file, cancellation);
        }

        return set;
    }

    public LoadedContractFile? Find(string path) => _files.Find(file => file.Path == path);

    /// <summary>What is in force for an id, in the order of the files and lines.</summary>
    public ImmutableArray<ContractClause> ClausesOf(string id) =>
        _clauses.TryGetValue(id, out List<LoadedClause>? clauses)
            ? clauses.Select(static loaded => loaded.Clause).ToImmutableArray()
            : ImmutableArray<ContractClause>.Empty;

    private static List<LoadedContractFile> Read(ImmutableArray<AdditionalText> additionalFiles, CancellationToken cancellation)
    {
        var files = new List<LoadedContractFile>();
        foreach (AdditionalText file in additionalFiles)
        {
            // A file that cannot be read is reported by the compiler.
            if (ContractFileName.Is(file.Path) && file.GetText(cancellation) is { } text)
            {
                files.Add(new LoadedContractFile(file.Path, text, ContractFile.Of(text, cancellation)));
            }
        }

        return files;
    }

    private void Add(LoadedContractFile file, CancellationToken cancellation)
    {
        // Given twice, by a project and by what it imports for example.
        if (_files.Any(other => other.Path == file.Path))
        {
            return;
        }

        _files.Add(file);
        foreach (ContractEntry entry in file.File.Entries)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!_clauses.TryGetValue(entry.Id.Text, out List<LoadedClause>? known))
            {
                _clauses.Add(entry.Id.Text, known = new List<LoadedClause>());
            }

            if (file.File.IsPreset && known.Any(static loaded => !loaded.File.File.IsPreset))
            {
                continue;
            }

            foreach (ContractClause clause in entry.Clauses)
            {
                if (ClauseConflict.Between(clause, known) is { } conflict)
                {
                    file.Conflicts.Add(conflict);
                }
                else
                {
                    known.Add(new LoadedClause(file, clause));
                }
            }
        }
    }
}

/// <summary>A contract file and what is wrong with it beside others.</summary>
internal sealed class LoadedContractFile
{
    public LoadedContractFile(string path, SourceText text, ContractFile file)
    {
        Path = path;
        Text = text;
        File = file;
    }

    public string Path { get; }

    public SourceText Text { get; }

    public ContractFile File { get; }

    /// <summary>Clauses that repeat or contradict earlier ones. They are not in force.</summary>
    public List<ContractFileProblem> Conflicts { get; } = new();

    public Location LocationOf(TextSpan span) => Location.Create(Path, span, Text.Lines.GetLinePositionSpan(span));
}

/// <summary>A clause that is in force, and where it comes from.</summary>
internal readonly record struct LoadedClause(LoadedContractFile File, ContractClause Clause);
