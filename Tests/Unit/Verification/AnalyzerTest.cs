using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A test of analyzers: source files and the diagnostics that are expected in them.</summary>
public abstract class AnalyzerTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    protected AnalyzerTest() =>
        TestState = new SolutionState(DefaultTestProjectName, Language, DefaultFilePathPrefix, DefaultFileExt);

    public abstract string Language { get; }

    /// <summary>Adds a source file to <see cref="TestState"/>.</summary>
    public string TestCode
    {
        set
        {
            if (value is not null)
            {
                TestState.Sources.Add(value);
            }
        }
    }

    public SolutionState TestState { get; }

    /// <summary>Those of <see cref="TestState"/>.</summary>
    public List<DiagnosticResult> ExpectedDiagnostics => TestState.ExpectedDiagnostics;

    /// <summary>A further check of every diagnostic that was expected and reported, such as of its properties.</summary>
    public Action<Diagnostic, DiagnosticResult, IVerifier>? DiagnosticVerifier { get; set; }

    public CompilerDiagnostics CompilerDiagnostics { get; set; } = CompilerDiagnostics.Errors;

    public TestBehaviors TestBehaviors { get; set; }

    public MarkupOptions MarkupOptions { get; set; }

    public ReferenceAssemblies ReferenceAssemblies { get; set; } = ReferenceAssemblies.Default;

    /// <summary>Ids that nothing reports in this test.</summary>
    public List<string> DisabledDiagnostics { get; } = [];

    /// <summary>Changes to the solution that the states of the test cannot express.</summary>
    public List<Func<Solution, ProjectId, Solution>> SolutionTransforms { get; } = [];

    protected virtual string DefaultFilePathPrefix => "/0/Test";

    protected virtual string DefaultTestProjectName => "TestProject";

    protected abstract string DefaultFileExt { get; }

    private protected IVerifier Verify { get; } = new TVerifier();

    /// <summary>The ids that the test's fixes fix.</summary>
    private protected virtual ImmutableHashSet<string> FixableIds => [];

    /// <summary>Runs the test; the verifier throws if it fails.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        Verify.LanguageIsSupported(Language);
        Verify.NotEmpty("TestState.Sources", TestState.Sources);
        await RunImplAsync(cancellationToken).ConfigureAwait(false);
    }

    protected virtual async Task RunImplAsync(CancellationToken cancellationToken)
    {
        TestState.MarkupHandling ??= MarkupMode.Allow;
        var session = new TestSession
        {
            Solutions = CreateSolutionFactory(),
            Source = new DiagnosticSource([.. GetDiagnosticAnalyzers()], CompilerDiagnostics, FixableIds),
            Before = Evaluate(TestState),
        };
        await VerifyStateAsync(session, session.Before, "Diagnostics of test state", cancellationToken).ConfigureAwait(false);
        await VerifyChangesAsync(session, cancellationToken).ConfigureAwait(false);
    }

    protected abstract IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers();

    protected abstract CompilationOptions CreateCompilationOptions();

    protected abstract ParseOptions CreateParseOptions();

    /// <summary>What a test of more than diagnostics checks once the diagnostics are right.</summary>
    private protected virtual Task VerifyChangesAsync(TestSession session, CancellationToken cancellationToken) => Task.CompletedTask;

    private protected Task VerifyStateAsync(TestSession session, EvaluatedState state, string context, CancellationToken cancellationToken) =>
        new StateVerifier(session.Solutions, session.Source, TestBehaviors, GetRules()) { Check = DiagnosticVerifier }
            .VerifyAsync(state, Verify.PushContext(context), cancellationToken);

    private protected EvaluatedState Evaluate(SolutionState state) =>
        EvaluatedState.Create(state, new MarkupReader(state.MarkupHandling ?? MarkupMode.Allow, MarkupOptions, GetRules(), FixableIds));

    private SolutionFactory CreateSolutionFactory() => new()
    {
        CompilationOptions = ConfigureReporting(CreateCompilationOptions()),
        ParseOptions = CreateParseOptions(),
        Transforms = SolutionTransforms,
    };

    private ImmutableArray<DiagnosticDescriptor> GetRules() =>
        [.. GetDiagnosticAnalyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics)];

    /// <summary>Switches on what the rules leave off by default, and off what the test disables.</summary>
    private CompilationOptions ConfigureReporting(CompilationOptions options)
    {
        var switches = options.SpecificDiagnosticOptions;
        foreach (var rule in GetRules().Where(rule => !rule.IsEnabledByDefault))
        {
            switches = switches.SetItem(rule.Id, rule.DefaultSeverity switch
            {
                DiagnosticSeverity.Hidden => ReportDiagnostic.Hidden,
                DiagnosticSeverity.Info => ReportDiagnostic.Info,
                DiagnosticSeverity.Warning => ReportDiagnostic.Warn,
                _ => ReportDiagnostic.Error,
            });
        }

        return options.WithSpecificDiagnosticOptions(
            switches.SetItems(DisabledDiagnostics.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress))));
    }
}
