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
        set => FixedState.Sources.Add(value);
    }

    public SolutionState FixedState { get; }

    /// <summary>Adds a source file to <see cref="BatchFixedState"/>.</summary>
    public string BatchFixedCode
    {
        set => BatchFixedState.Sources.Add(value);
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

    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        await base.RunImplAsync(cancellationToken).ConfigureAwait(false);
        if (!FixedState.IsGiven && !BatchFixedState.IsGiven)
        {
            return;
        }

        var batchIsGiven = BatchFixedState.IsGiven;
        FixedState.InheritFrom(TestState, FixableIds);
        BatchFixedState.InheritFrom(FixedState, FixableIds);
        var before = Evaluate(TestState);
        var after = Evaluate(FixedState);
        var afterBatch = Evaluate(BatchFixedState);
        var states = CreateStateVerifier();
        await states.VerifyAsync(after, Verify.PushContext("Diagnostics of fixed state"), cancellationToken).ConfigureAwait(false);
        if (batchIsGiven)
        {
            await states.VerifyAsync(afterBatch, Verify.PushContext("Diagnostics of batch fixed state"), cancellationToken).ConfigureAwait(false);
        }

        await VerifyFixesAsync(before, after, afterBatch, cancellationToken).ConfigureAwait(false);
    }

    private async Task VerifyFixesAsync(EvaluatedState before, EvaluatedState after, EvaluatedState afterBatch, CancellationToken cancellationToken)
    {
        var source = CreateDiagnosticSource();
        ImmutableArray<CodeFixProvider> providers = [.. GetCodeFixProviders()];
        var finder = new FixFinder(source, providers, new CodeActionSelection(CodeActionIndex, CodeActionEquivalenceKey, CodeActionVerifier));
        var verifier = new FixVerifier(CreateSolutionFactory(), new CompilerDiagnosticGuard(CompilerDiagnostics))
        {
            Finder = finder,
            Applier = new CodeActionApplier(CodeActionValidationMode),
            FixesOne = CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne),
        };
        var limits = new IterationLimits(before, after, afterBatch, FixableIds);
        await verifier.VerifyAsync(
            before,
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
                    before,
                    afterBatch,
                    new BatchFix(scope, source),
                    given ?? NumberOfFixAllIterations ?? limit,
                    Verify.PushContext($"Fix all in {scope.ToString().ToLowerInvariant()}"),
                    cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
