using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Checks that a fix makes the compiler report nothing that it did not report before: neither errors nor warnings.</summary>
internal sealed class CompilerDiagnosticGuard
{
    // A fix that adds a public member need not document it.
    private const string MissingDocumentation = "CS1591";

    private readonly CompilerDiagnostics _level;

    /// <param name="level">What the test looks at; with <see cref="CompilerDiagnostics.None"/> the check is off.</param>
    public CompilerDiagnosticGuard(CompilerDiagnostics level) => _level = level;

    public async Task VerifyAsync(Solution before, Solution after, EvaluatedState expected, IVerifier verifier, CancellationToken cancellationToken)
    {
        if (_level == CompilerDiagnostics.None)
        {
            return;
        }

        var reportedBefore = (await GetAsync(before, cancellationToken).ConfigureAwait(false)).ToLookup(diagnostic => diagnostic.Id);
        var reportedAfter = (await GetAsync(after, cancellationToken).ConfigureAwait(false)).ToLookup(diagnostic => diagnostic.Id);
        var added = reportedAfter
            .Where(reports => reports.Key != MissingDocumentation && expected.Expected.All(diagnostic => diagnostic.Id != reports.Key))
            .Where(reports => reports.Count() > reportedBefore[reports.Key].Count())
            .SelectMany(reports => reports)
            .ToImmutableArray();
        if (!added.IsEmpty)
        {
            verifier.Fail(
                "The fix makes the compiler report: " + string.Join("; ", added.Select(ExpectationFormatter.Describe)) +
                Environment.NewLine + added[0].Location.SourceTree);
        }
    }

    private static async Task<ImmutableArray<Diagnostic>> GetAsync(Solution solution, CancellationToken cancellationToken)
    {
        var all = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var project in solution.Projects)
        {
            var compilation = (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false))!;
            all.AddRange(compilation.GetDiagnostics(cancellationToken)
                .Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Severity >= DiagnosticSeverity.Warning));
        }

        return all.ToImmutable();
    }
}
