using System.Linq;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Gate;
using Devmap.Tests.Unit.Contracts.Files;
using Devmap.Tests.Unit.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Devmap.Tests.Unit.Gate;

/// <summary>Of an assembly that knows of no contract something is said by files only, and that is read.</summary>
public sealed class ContractScopeTests
{
    [Theory]
    [InlineData("P:System.Collections.Generic.List`1.Item(System.Int32); return borrowed", "System.Collections.Generic.List`1", "get_Item")]
    [InlineData("P:System.IO.FileStream.Name; return borrowed", "System.IO.FileStream", "get_Name")]
    [InlineData("M:System.IO.FileStream.Flush; this requires", "System.IO.FileStream", "Flush")]
    public void What_a_file_says_is_read(string contracts, string type, string member) => Assert.True(Of(contracts, type, member).SaysSomething);

    [Fact]
    public void Nothing_else_is_said() => Assert.True(Of("M:System.IO.FileStream.Flush; this requires", "System.IO.FileStream", "Lock").IsNone);

    private static MemberContract Of(string contracts, string type, string member)
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Scope", [], Mutants.Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var files = FileWorld.Load(contracts);
        var provider = new ContractProvider(files, new ContractScope(compilation, files));
        return provider.Of(compilation.GetTypeByMetadataName(type)!.GetMembers(member).First(static found => found is IMethodSymbol { Parameters.Length: <= 1 } or { Name: "Lock" }));
    }
}
