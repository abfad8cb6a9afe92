using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Devmap.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace Devmap.Tests.Unit.Rules.Soundness;

/// <summary>What an editor offers for a diagnostic, and what it makes of the document.</summary>
internal static class OfferedFixes
{
    private static readonly ImmutableArray<DevmapCodeFixProvider> Providers =
    [
        .. typeof(DevmapCodeFixProvider).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DevmapCodeFixProvider)) && !type.IsAbstract)
            .Select(type => (DevmapCodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>A document in a project that refers to the library.</summary>
    public static async Task<Document> CreateAsync(string source, LanguageVersion version = LanguageVersion.Latest)
    {
        var references = await ReferenceAssemblies.Default.ResolveAsync(LanguageNames.CSharp, CancellationToken.None);
        return new AdhocWorkspace().AddProject("Test", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: version >= LanguageVersion.CSharp8 ? NullableContextOptions.Enable : NullableContextOptions.Disable))
            .WithParseOptions(new CSharpParseOptions(version))
            .AddMetadataReferences(references)
            .AddMetadataReference(MetadataReference.CreateFromFile(typeof(Page).Assembly.Location))
            .AddDocument("Test.cs", source);
    }

    public static async Task<List<CodeAction>> OfAsync(Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        foreach (var provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        }

        return actions;
    }

    public static async Task<Document> ApplyAsync(Document document, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
    }
}
