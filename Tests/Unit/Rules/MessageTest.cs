using System.Linq;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.Tests.Unit.Flow;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Devmap.Tests.Unit.Rules;

/// <summary>A report word for word: its message, its story, and the places that the story goes through.</summary>
internal static class MessageTest
{
    /// <summary>
    /// Checks the one report in the code. Its squiggle is at <c>{|#0:…|}</c>, the steps of its story are at <c>{|#1:…|}</c>,
    /// <c>{|#2:…|}</c> and so on.
    /// </summary>
    public static Task VerifyAsync(string source, string id, string message, params string[] story) =>
        VerifyAsync(CountedCode.Test(source), id, message, story);

    /// <inheritdoc cref="VerifyAsync(string, string, string, string[])"/>
    public static Task VerifyAsync(CSharpAnalyzerTest<ReferenceCountAnalyzer, DefaultVerifier> test, string id, string message, params string[] story)
    {
        var expected = new DiagnosticResult(id, Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).WithMessage(message);
        for (int place = 0; place <= story.Length; place++)
        {
            expected = expected.WithLocation(place);
        }

        string lines = string.Join("\n", story.Select((step, index) => $"{index + 1}. {step}"));
        test.ExpectedDiagnostics.Add(expected);
        test.DiagnosticVerifier = (diagnostic, _, _) => Assert.Equal(lines, diagnostic.Properties[DiagnosticProperties.Story]);
        return test.RunAsync();
    }
}
