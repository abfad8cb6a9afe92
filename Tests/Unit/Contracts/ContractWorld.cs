using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Devmap.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Devmap.Tests.Unit.Contracts;

/// <summary>A compilation of a few lines, and the contracts that are read from it.</summary>
internal sealed class ContractWorld
{
    private static readonly ImmutableArray<MetadataReference> Platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll")
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToImmutableArray();

    private ContractWorld(CSharpCompilation compilation)
    {
        Compilation = compilation;
        Contracts = new ContractProvider();
        Releases = new ReleaseFinder(compilation, Contracts);
    }

    public CSharpCompilation Compilation { get; }

    public ContractProvider Contracts { get; }

    public ReleaseFinder Releases { get; }

    /// <summary>Compiles code that has to be free of errors, with the contract attributes declared in source.</summary>
    public static ContractWorld Of(string source, params MetadataReference[] references)
    {
        var world = OfBroken(source, references);
        Assert.Empty(world.Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return world;
    }

    /// <summary>As <see cref="Of(string, MetadataReference[])"/>, for code with errors.</summary>
    public static ContractWorld OfBroken(string source, params MetadataReference[] references) =>
        OfFiles([ContractAttributes.Source, ContractAttributes.JetBrains, "using Devmap.Contracts;\n" + source], references);

    /// <summary>Compiles just these files.</summary>
    public static ContractWorld OfFiles(string[] files, params MetadataReference[] references) =>
        new(CSharpCompilation.Create(
            "Tested" + Guid.NewGuid().ToString("N"),
            files.Select(file => CSharpSyntaxTree.ParseText(file, new CSharpParseOptions(LanguageVersion.Preview))),
            Platform.Concat(references),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true)));

    /// <summary>The compiled assembly, as another compilation would reference it.</summary>
    public MetadataReference ToMetadata()
    {
        var stream = new MemoryStream();
        var result = Compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }

    public INamedTypeSymbol Type(string name) =>
        Compilation.GetTypeByMetadataName(name) ?? throw new ArgumentException($"no type {name}", nameof(name));

    /// <summary>The one member of a type with this name, implemented explicitly or not.</summary>
    public ISymbol Member(string type, string name) =>
        Type(type).GetMembers().Single(member => member.Name == name || member.Name.EndsWith("." + name, StringComparison.Ordinal));

    public MemberContract Of(string type, string member) => Contracts.Of(Member(type, member));

    /// <summary>The contract of the only constructor of a type that is written or has parameters.</summary>
    public MemberContract OfConstructor(string type) => Contracts.Of(Type(type).InstanceConstructors.Single());

    /// <summary>What an element does, in short: <c>+ref</c>, <c>-pin</c>, in the order written.</summary>
    public static string Effects(ElementContract element) =>
        string.Join(" ", element.Effects.Select(effect => (effect.Acquires ? "+" : "-") + effect.Kind));

    public static IEnumerable<string> Effects(MemberContract contract) => contract.Parameters.Select(Effects);
}
