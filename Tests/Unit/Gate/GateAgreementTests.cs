using System.Collections.Generic;
using System.Linq;
using Devmap.Analyzers.Contracts.Files;
using Devmap.Tests.Unit.Cost;
using Devmap.Tests.Unit.Flow;
using Devmap.Tests.Unit.Meta;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Devmap.Tests.Unit.Gate;

/// <summary>No body that the closer look would let pass is turned away by its names.</summary>
public sealed class GateAgreementTests
{
    [Fact]
    public void Of_the_reference_runtime() => AssertAgreement(WorldOf(RepositoryFiles.SourcesIn("Runtime").Select(System.IO.File.ReadAllText), sees: false), atLeast: 200);

    [Fact]
    public void Of_the_samples() => AssertAgreement(
        WorldOf(["global using System; global using System.Linq; global using System.IO; global using System.Collections.Generic;", .. RepositoryFiles.SourcesIn("Samples").Select(System.IO.File.ReadAllText)], sees: true), atLeast: 30);

    [Fact]
    public void Of_the_fixed_project() => AssertAgreement(GateWorld.Of(FixedProject.Source), atLeast: 50);

    private static GateWorld WorldOf(IEnumerable<string> sources, bool sees) => new(
        CSharpCompilation.Create(
            "Gate",
            sources.Select(static text => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: ["NET"]))),
            sees ? Mutants.Framework.Add(MetadataReference.CreateFromFile(typeof(Page).Assembly.Location)) : Mutants.Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true)),
        ContractFileSet.Empty);

    private static void AssertAgreement(GateWorld world, int atLeast)
    {
        List<(ISymbol Owner, IOperation Body)> admitted = world.Bodies.Where(world.Admits).ToList();
        Assert.True(admitted.Count >= atLeast, $"{admitted.Count} bodies count");
        Assert.Empty(admitted.Where(body => !world.AdmitsByName(body)).Select(static body => body.Owner.ToDisplayString()));
    }
}
