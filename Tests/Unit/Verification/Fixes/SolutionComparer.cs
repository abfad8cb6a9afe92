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
        foreach (var state in expected.Projects)
        {
            var project = actual.Projects.Single(project => project.Name == state.Name);
            await VerifyAsync(project.Documents, state.Sources, verifier, cancellationToken).ConfigureAwait(false);
            await VerifyAsync(project.AdditionalDocuments, state.AdditionalFiles, verifier, cancellationToken).ConfigureAwait(false);
            await VerifyAsync(project.AnalyzerConfigDocuments, state.AnalyzerConfigFiles, verifier, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task VerifyAsync(
        IEnumerable<TextDocument> documents,
        ImmutableArray<(string Path, SourceText Content)> expected,
        IVerifier verifier,
        CancellationToken cancellationToken)
    {
        var actual = documents.ToImmutableArray();
        verifier.SequenceEqual(
            expected.Select(file => Path.GetFileName(file.Path)),
            actual.Select(document => document.Name),
            message: $"Expected the files {string.Join(", ", expected.Select(file => file.Path))}, " +
                $"found {string.Join(", ", actual.Select(document => document.FilePath ?? document.Name))}.");
        foreach (var (document, file) in actual.Zip(expected))
        {
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            if (TextDifference.Find(file.Content.ToString(), text.ToString()) is { } difference)
            {
                verifier.Fail($"{file.Path} is not the expected text (- expected, + found):{difference}");
            }

            verifier.Equal(file.Content.Encoding?.WebName, text.Encoding?.WebName, $"{file.Path} has changed its encoding.");
        }
    }
}
