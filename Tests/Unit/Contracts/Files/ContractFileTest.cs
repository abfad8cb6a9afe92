using System.Linq;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Devmap.Tests.Unit.Contracts.Files;

/// <summary>Checks what is reported in a contract file beside a small library.</summary>
internal static class ContractFileTest
{
    private const string Library = """
        namespace Lib.Index
        {
            public class Base { public virtual void Close() { } public void Close(int n) { } }
            public class Reader : Base
            {
                public void DecRef() { }
                public bool TryIncRef(object owner, ref bool success) => true;
                public static Reader Open(string path) => null;
                public static Reader Open(string path, int mode) => null;
                public int Count;
                public int Length { get; }
            }
            public class Pool<T> { public T Rent(int n) => default; public class Slot { } }
            public struct Vector2 { }
        }
        """;

    /// <summary>The file has one report, with this message, where it is marked: <c>{|DVM3001:…|}</c>.</summary>
    public static Task VerifyAsync(string file, string id, string message)
    {
        var test = Test(file);
        test.TestState.ExpectedDiagnostics.Add(new DiagnosticResult(id, DiagnosticSeverity.Warning).WithLocation(0).WithMessage(message));
        return test.RunAsync();
    }

    /// <summary>The file has no report but those that are marked.</summary>
    public static Task VerifyAsync(params string[] files) => Test(files).RunAsync();

    private static CSharpAnalyzerTest<ContractFileAnalyzer, DefaultVerifier> Test(params string[] files)
    {
        var test = new CSharpAnalyzerTest<ContractFileAnalyzer, DefaultVerifier>
        {
            TestCode = Library,
            TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck,
        };
        test.TestState.AdditionalFiles.AddRange(files.Select((text, index) => ($"/0/{index + 1}.RefContracts.txt", Microsoft.CodeAnalysis.Text.SourceText.From(text))));
        return test;
    }
}
