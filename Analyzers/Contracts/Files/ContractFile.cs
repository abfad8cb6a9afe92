using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.Analyzers.Contracts.Files;

/// <summary>A contract file as it was read: one entry a line, and what could not be read.</summary>
internal sealed class ContractFile
{
    // A text never changes: an edit makes a new one. So it is read once, whoever asks and how often.
    private static readonly ConditionalWeakTable<SourceText, ContractFile> Read = new();

    private readonly ImmutableArray<ContractEntry>.Builder _entries = ImmutableArray.CreateBuilder<ContractEntry>();
    private readonly ImmutableArray<ContractFileProblem>.Builder _problems = ImmutableArray.CreateBuilder<ContractFileProblem>();

    private ContractFile(SourceText text, CancellationToken cancellation)
    {
        foreach (TextLine line in text.Lines)
        {
            cancellation.ThrowIfCancellationRequested();
            if (ReadLine(text.ToString(line.Span), line.Start) is { } problem)
            {
                _problems.Add(problem);
            }
        }

        IsPreset = SaysPreset(text);
        Entries = _entries.ToImmutable();
        Problems = _problems.ToImmutable();
    }

    /// <summary>
    /// Whether the file describes a library for everybody who uses it: it says <c>#preset</c> in its first line, a comment
    /// to whoever does not know the word. It yields to the files of a project, and fits more versions than one.
    /// </summary>
    public bool IsPreset { get; }

    public ImmutableArray<ContractEntry> Entries { get; }

    /// <summary>One for each line that is not in force: the first that is wrong with it.</summary>
    public ImmutableArray<ContractFileProblem> Problems { get; }

    public static ContractFile Of(SourceText text, CancellationToken cancellation)
    {
        if (Read.TryGetValue(text, out ContractFile? file))
        {
            return file;
        }

        file = new ContractFile(text, cancellation);
        return Read.GetValue(text, _ => file);
    }

    private static bool SaysPreset(SourceText text)
    {
        string first = text.ToString(text.Lines[0].Span);
        int start = 0;
        while (start < first.Length && IsBlank(first[start]))
        {
            start++;
        }

        return first.Substring(start).TrimEnd() == "#preset";
    }

    private ContractFileProblem? ReadLine(string line, int offset)
    {
        int end = EndWithoutComment(line);
        int start = 0;
        while (start < end && IsBlank(line[start]))
        {
            start++;
        }

        while (end > start && IsBlank(line[end - 1]))
        {
            end--;
        }

        if (start == end)
        {
            return null;
        }

        int separator = line.IndexOf(';', start, end - start);
        if (separator < 0)
        {
            return new ContractFileProblem(new TextSpan(offset + start, end - start), "there is no ';' after an id");
        }

        int idEnd = separator;
        while (idEnd > start && IsBlank(line[idEnd - 1]))
        {
            idEnd--;
        }

        var idSpan = new TextSpan(offset + start, idEnd - start);
        if (DocumentationId.Parse(line.Substring(start, idEnd - start), out string problem, out int at) is not { } id)
        {
            return new ContractFileProblem(idSpan.Length == 0 ? new TextSpan(offset + separator, 1) : TextSpan.FromBounds(idSpan.Start + at, idSpan.End), problem);
        }

        return ReadClauses(line, separator + 1, end, offset, id, idSpan);
    }

    private ContractFileProblem? ReadClauses(string line, int start, int end, int offset, DocumentationId id, TextSpan idSpan)
    {
        var clauses = ImmutableArray.CreateBuilder<ContractClause>();
        for (int from = start; from <= end;)
        {
            int comma = line.IndexOf(',', from, end - from);
            int to = comma < 0 ? end : comma;
            List<ClauseToken> tokens = ClauseToken.Split(line, from, to, offset);
            if (tokens.Count == 0)
            {
                return new ContractFileProblem(
                    new TextSpan(offset + (comma < 0 ? from - 1 : comma), 1),
                    comma < 0 && from == start ? "nothing is said after the ';'" : "there is no clause beside the ','");
            }

            var reader = new ClauseReader(tokens, id);
            if (reader.Read() is not { } clause)
            {
                return reader.Problem;
            }

            clauses.Add(clause);
            from = to + 1;
        }

        // Half of a contract is worse than none: a line is in force as a whole, or not at all.
        _entries.Add(new ContractEntry(id, idSpan, clauses.ToImmutable()));
        return null;
    }

    /// <summary>A comment begins with <c>#</c> at the beginning of a line or after white space: ids contain <c>#ctor</c>.</summary>
    private static int EndWithoutComment(string line)
    {
        for (int i = line.IndexOf('#'); i >= 0; i = line.IndexOf('#', i + 1))
        {
            if (i == 0 || IsBlank(line[i - 1]))
            {
                return i;
            }
        }

        return line.Length;
    }

    // A byte-order mark in the middle of a file comes from files that were put together.
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c == '\uFEFF';
}
