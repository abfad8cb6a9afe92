using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// A test of fixes: the source before, the source when its diagnostics are fixed one after the other,
/// and the source after Fix All, where that differs.
/// </summary>
/// <remarks>
/// A number of iterations is exact if positive and a maximum if negative; zero says that no fix is offered.
/// <see langword="null"/> stands for zero if nothing is to be changed, and otherwise for a maximum: one for each fixable
/// diagnostic, or one for each document, each project, or the solution that Fix All is asked to fix.
/// </remarks>
public abstract class CodeFixTest<TVerifier> : CodeActionTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    protected CodeFixTest()
    {
        FixedState = new SolutionState(DefaultTestProjectName, Language, DefaultFilePathPrefix, DefaultFileExt);
        BatchFixedState = new SolutionState(DefaultTestProjectName, Language, DefaultFilePathPrefix, DefaultFileExt);
    }

    /// <summary>Adds a source file to <see cref="FixedState"/>.</summary>
    public string FixedCode
    {
        set
        {
            if (value is not null)
            {
                FixedState.Sources.Add(value);
            }
        }
    }

    public SolutionState FixedState { get; }

    /// <summary>Adds a source file to <see cref="BatchFixedState"/>.</summary>
    public string BatchFixedCode
    {
        set
        {
            if (value is not null)
            {
                BatchFixedState.Sources.Add(value);
            }
        }
    }

    public SolutionState BatchFixedState { get; }

    public int? NumberOfIncrementalIterations { get; set; }

    public int? NumberOfFixAllIterations { get; set; }

    public int? NumberOfFixAllInDocumentIterations { get; set; }

    public int? NumberOfFixAllInProjectIterations { get; set; }

    public CodeFixTestBehaviors CodeFixTestBehaviors { get; set; }

    private protected override ImmutableHashSet<string> FixableIds =>
        [.. GetCodeFixProviders().SelectMany(provider => provider.FixableDiagnosticIds)];

    protected abstract IEnumerable<CodeFixProvider> GetCodeFixProviders();

    private protected override async Task VerifyChangesAsync(TestSession session, CancellationToken cancellationToken)
    {
        if (!FixedState.IsGiven && !BatchFixedState.IsGiven)
        {
            return;
        }

        FixedState.InheritFrom(TestState, FixableIds);
        var after = Evaluate(FixedState);
        await VerifyStateAsync(session, after, "Diagnostics of fixed state", cancellationToken).ConfigureAwait(false);
        var afterBatch = after;
        if (BatchFixedState.IsGiven)
        {
            BatchFixedState.InheritFrom(FixedState, FixableIds);
            afterBatch = Evaluate(BatchFixedState);
            await VerifyStateAsync(session, afterBatch, "Diagnostics of batch fixed state", cancellationToken).ConfigureAwait(false);
        }

        await VerifyFixesAsync(session, after, afterBatch, cancellationToken).ConfigureAwait(false);
    }

    private async Task VerifyFixesAsync(TestSession session, EvaluatedState after, EvaluatedState afterBatch, CancellationToken cancellationToken)
    {
        ImmutableArray<CodeFixProvider> providers = [.. GetCodeFixProviders()];
        var selection = new CodeActionSelection(CodeActionIndex, CodeActionEquivalenceKey, CodeActionVerifier);
        var verifier = new FixVerifier(session.Solutions, new CompilerDiagnosticGuard(CompilerDiagnostics))
        {
            Finder = new FixFinder(session.Source, providers, selection),
            Applier = new CodeActionApplier(CodeActionValidationMode),
            FixesOne = CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne),
        };
        var limits = new IterationLimits(session.Before, after, afterBatch, FixableIds);
        await verifier.VerifyAsync(
            session.Before,
            after,
            SingleFix.Instance,
            NumberOfIncrementalIterations ?? limits.Single,
            Verify.PushContext("Iterative code fix application"),
            cancellationToken).ConfigureAwait(false);

        if (providers.All(provider => provider.GetFixAllProvider() is null))
        {
            return;
        }

        await VerifyFixAllAsync(FixAllScope.Document, CodeFixTestBehaviors.SkipFixAllInDocumentCheck, NumberOfFixAllInDocumentIterations, limits.Document).ConfigureAwait(false);
        await VerifyFixAllAsync(FixAllScope.Project, CodeFixTestBehaviors.SkipFixAllInProjectCheck, NumberOfFixAllInProjectIterations, limits.Project).ConfigureAwait(false);
        await VerifyFixAllAsync(FixAllScope.Solution, CodeFixTestBehaviors.SkipFixAllInSolutionCheck, null, limits.Solution).ConfigureAwait(false);

        async Task VerifyFixAllAsync(FixAllScope scope, CodeFixTestBehaviors skip, int? given, int limit)
        {
            if (!CodeFixTestBehaviors.HasFlag(skip))
            {
                await verifier.VerifyAsync(
                    session.Before,
                    afterBatch,
                    new BatchFix(scope, session.Source),
                    given ?? NumberOfFixAllIterations ?? limit,
                    Verify.PushContext($"Fix all in {scope.ToString().ToLowerInvariant()}"),
                    cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
