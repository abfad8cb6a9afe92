using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The common tests of an analyzer in one call each.</summary>
public class AnalyzerVerifier<TAnalyzer, TTest, TVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TTest : AnalyzerTest<TVerifier>, new()
    where TVerifier : IVerifier, new()
{
    /// <summary>A diagnostic of the analyzer's only rule.</summary>
    public static DiagnosticResult Diagnostic()
    {
        var rules = new TAnalyzer().SupportedDiagnostics;
        new TVerifier().True(rules.Length == 1, $"{typeof(TAnalyzer).Name} has {rules.Length} rules: say which is meant, Diagnostic(id).");
        return Diagnostic(rules[0]);
    }

    /// <summary>A diagnostic of that rule of the analyzer that has this id.</summary>
    public static DiagnosticResult Diagnostic(string diagnosticId)
    {
        var rules = new TAnalyzer().SupportedDiagnostics.Where(rule => rule.Id == diagnosticId).ToList();
        new TVerifier().True(rules.Count == 1, $"{typeof(TAnalyzer).Name} has {rules.Count} rules with the id {diagnosticId}: expected exactly one.");
        return Diagnostic(rules[0]);
    }

    public static DiagnosticResult Diagnostic(DiagnosticDescriptor descriptor) => new(descriptor);

    /// <summary>Checks that the analyzer reports in <paramref name="source"/> what its markup and <paramref name="expected"/> say, and nothing else.</summary>
    public static Task VerifyAnalyzerAsync(string source, params DiagnosticResult[] expected)
    {
        var test = new TTest { TestCode = source };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(CancellationToken.None);
    }
}
