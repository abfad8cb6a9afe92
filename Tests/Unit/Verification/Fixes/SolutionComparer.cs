using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Compares the files of a solution with those of a state, character by character.</summary>
internal static class SolutionComparer
{
    public static async Task VerifyAsync(Solution actual, EvaluatedState expected, IVerifier verifier, CancellationToken cancellationToken)
    {
        if (await FindDifferenceAsync(actual, expected, cancellationToken).ConfigureAwait(false) is { } difference)
        {
            verifier.Fail(difference);
        }
    }

    /// <summary>The first difference in words; <see langword="null"/> if there is none.</summary>
    public static async Task<string?> FindDifferenceAsync(Solution actual, EvaluatedState expected, CancellationToken cancellationToken)
    {
        foreach (var state in expected.Projects)
        {
            var project = actual.Projects.Single(project => project.Name == state.Name);
            var difference = await FindDifferenceAsync(project.Documents, state.Sources, cancellationToken).ConfigureAwait(false)
                ?? await FindDifferenceAsync(project.AdditionalDocuments, state.AdditionalFiles, cancellationToken).ConfigureAwait(false)
                ?? await FindDifferenceAsync(project.AnalyzerConfigDocuments, state.AnalyzerConfigFiles, cancellationToken).ConfigureAwait(false);
            if (difference is not null)
            {
                return difference;
            }
        }

        return null;
    }

    private static async Task<string?> FindDifferenceAsync(
        IEnumerable<TextDocument> documents,
        ImmutableArray<(string Path, SourceText Content)> expected,
        CancellationToken cancellationToken)
    {
        var actual = documents.ToImmutableArray();
        if (!expected.Select(file => Path.GetFileName(file.Path)).SequenceEqual(actual.Select(document => document.Name)))
        {
            return $"Expected the files {string.Join(", ", expected.Select(file => file.Path))}, " +
                $"found {string.Join(", ", actual.Select(document => document.FilePath ?? document.Name))}.";
        }

        foreach (var (document, file) in actual.Zip(expected))
        {
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            if (TextDifference.Find(file.Content.ToString(), text.ToString()) is { } difference)
            {
                return $"{file.Path} is not the expected text (- expected, + found):{difference}";
            }

            if (file.Content.Encoding?.WebName != text.Encoding?.WebName)
            {
                return $"{file.Path} should have the encoding {file.Content.Encoding?.WebName} but has {text.Encoding?.WebName}.";
            }
        }

        return null;
    }
}
