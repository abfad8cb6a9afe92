using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Applies fixes until none is offered any more and compares what comes out with what the test expects.</summary>
internal sealed class FixVerifier
{
    private readonly SolutionFactory _solutions;
    private readonly CompilerDiagnosticGuard _guard;

    public FixVerifier(SolutionFactory solutions, CompilerDiagnosticGuard guard)
    {
        _solutions = solutions;
        _guard = guard;
    }

    public required FixFinder Finder { get; init; }

    public required CodeActionApplier Applier { get; init; }

    /// <summary>Whether a single diagnostic is fixed, or as many as there are.</summary>
    public required bool FixesOne { get; init; }

    /// <param name="before">What the fixes start from.</param>
    /// <param name="after">What they must lead to.</param>
    /// <param name="step">What one iteration applies.</param>
    /// <param name="limit">The exact number of iterations if positive, a maximum if negative, none if zero.</param>
    /// <param name="verifier">Where failures go.</param>
    /// <param name="cancellationToken">Ends the test early.</param>
    public async Task VerifyAsync(EvaluatedState before, EvaluatedState after, IFixStep step, int limit, IVerifier verifier, CancellationToken cancellationToken)
    {
        var start = _solutions.Create(before);
        var solution = start.Solution;
        var iterations = 0;
        while (await FindAsync(solution, iterations, verifier, cancellationToken).ConfigureAwait(false) is { } fix)
        {
            if (limit == 0)
            {
                verifier.Fail($"No fix is expected, but '{fix.Action.Title}' is offered for {ExpectationFormatter.Describe(fix.Diagnostic)}.");
            }

            if (iterations == System.Math.Abs(limit))
            {
                await SolutionComparer.VerifyAsync(solution, after, verifier, cancellationToken).ConfigureAwait(false);
                verifier.Fail($"After {iterations} iterations '{fix.Action.Title}' is still offered for {ExpectationFormatter.Describe(fix.Diagnostic)}.");
            }

            var action = await step.GetActionAsync(fix, verifier, cancellationToken).ConfigureAwait(false);
            solution = await Applier.ApplyAsync(solution, action, verifier, cancellationToken).ConfigureAwait(false);
            if (await SolutionComparer.FindDifferenceAsync(solution, after, cancellationToken).ConfigureAwait(false) is null)
            {
                // The same files have been compiled and analysed already.
                solution = _solutions.Create(after).Solution;
            }

            await _guard.VerifyAsync(start.Solution, solution, after, verifier, cancellationToken).ConfigureAwait(false);
            iterations++;
        }

        if (iterations == 0 && limit != 0)
        {
            verifier.Fail("A fix is expected, but none is offered.");
        }

        await SolutionComparer.VerifyAsync(solution, after, verifier, cancellationToken).ConfigureAwait(false);
        verifier.True(limit <= 0 || iterations == limit, $"Expected {limit} iterations, but {iterations} were enough.");
    }

    private async Task<OfferedFix?> FindAsync(Solution solution, int iterations, IVerifier verifier, CancellationToken cancellationToken)
    {
        if (FixesOne && iterations == 1)
        {
            return null;
        }

        var fixable = await Finder.GetFixableAsync(solution, verifier, cancellationToken).ConfigureAwait(false);
        return await Finder.FindAsync(solution, FixesOne ? fixable.Take(1) : fixable, verifier, cancellationToken).ConfigureAwait(false);
    }
}
