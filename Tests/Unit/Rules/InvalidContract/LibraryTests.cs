using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.Tests.Unit.Meta;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Devmap.Tests.Unit.Rules.InvalidContract;

/// <summary>The contracts of the library are such as it tells others to write.</summary>
public sealed class LibraryTests
{
    [Fact]
    public async Task The_library_has_no_invalid_contract()
    {
        IEnumerable<SyntaxTree> trees = RepositoryFiles.SourcesIn("Runtime").Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path));
        CSharpCompilation compilation = CSharpCompilation.Create("Devmap", trees, ExampleCompiler.Platform);
        var reported = await compilation.WithAnalyzers([new ContractAnalyzer()]).GetAnalyzerDiagnosticsAsync();

        Assert.NotEmpty(compilation.SyntaxTrees);
        Assert.Empty(reported);
    }
}
