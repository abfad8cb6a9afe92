using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.CodeFixes.ContractFiles;

/// <summary>Writes entries into the contract file of a project, and makes one where the project has none.</summary>
internal static class ContractFileEdit
{
    /// <summary>How the file is called that is made.</summary>
    public const string DefaultName = "RefContracts.txt";

    private const string PresetMark = "#preset";

    /// <summary>The name of the file that <see cref="AddAsync"/> writes into.</summary>
    public static async Task<string> NameAsync(Project project, CancellationToken cancellationToken) =>
        (await FindAsync(project, cancellationToken).ConfigureAwait(false))?.Name ?? DefaultName;

    /// <summary>The project with those of the entries that its file does not have yet, at the end of the file.</summary>
    public static async Task<Project> AddAsync(Project project, IEnumerable<string> entries, CancellationToken cancellationToken)
    {
        if (await FindAsync(project, cancellationToken).ConfigureAwait(false) is not { } file)
        {
            string? folder = Path.GetDirectoryName(project.FilePath);
            string end = await NewLineAsync(project, cancellationToken).ConfigureAwait(false);
            var made = SourceText.From(string.Concat(entries.Distinct().Select(entry => entry + end)), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return project.AddAdditionalDocument(DefaultName, made, filePath: folder is null ? null : Path.Combine(folder, DefaultName)).Project;
        }

        SourceText text = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var known = new HashSet<string>(text.Lines.Select(static line => IdIn(line.ToString())), StringComparer.Ordinal);
        string newLine = NewLineOf(text) ?? await NewLineAsync(project, cancellationToken).ConfigureAwait(false);
        string added = string.Concat(entries.Distinct().Where(entry => !known.Contains(IdIn(entry))).Select(entry => entry + newLine));
        if (added.Length == 0)
        {
            return project;
        }

        bool isOpen = text.Length > 0 && text.Lines[text.Lines.Count - 1].Span.Length > 0;
        SourceText written = text.WithChanges(new TextChange(new TextSpan(text.Length, 0), isOpen ? newLine + added : added));
        return project.Solution.WithAdditionalDocumentText(file.Id, written).GetProject(project.Id)!;
    }

    /// <summary>The project's own contract file, the first by its path; a preset belongs to somebody else.</summary>
    private static async Task<TextDocument?> FindAsync(Project project, CancellationToken cancellationToken)
    {
        foreach (TextDocument file in project.AdditionalDocuments.OrderBy(static file => file.FilePath ?? file.Name, StringComparer.Ordinal))
        {
            if (IsContractFile(file.Name))
            {
                SourceText text = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
                if (text.Lines[0].ToString().Trim() != PresetMark)
                {
                    return file;
                }
            }
        }

        return null;
    }

    private static bool IsContractFile(string name) =>
        name.Equals(DefaultName, StringComparison.OrdinalIgnoreCase) || name.EndsWith("." + DefaultName, StringComparison.OrdinalIgnoreCase);

    private static string IdIn(string entry)
    {
        int separator = entry.IndexOf(';');
        return separator < 0 ? "" : entry.Substring(0, separator).Trim();
    }

    /// <summary>How lines end in the code of the project.</summary>
    private static async Task<string> NewLineAsync(Project project, CancellationToken cancellationToken)
    {
        SourceText? code = project.Documents.FirstOrDefault() is { } document ? await document.GetTextAsync(cancellationToken).ConfigureAwait(false) : null;
        return (code is null ? null : NewLineOf(code)) ?? "\n";
    }

    private static string? NewLineOf(SourceText text)
    {
        TextLine first = text.Lines[0];
        return first.End == first.EndIncludingLineBreak ? null : text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak));
    }
}
