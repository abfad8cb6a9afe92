namespace Microsoft.CodeAnalysis.CSharp.Testing;

/// <summary>How C# test projects are compiled.</summary>
internal static class CSharpDefaults
{
    public const string FileExtension = "cs";

    public static readonly CSharpCompilationOptions CompilationOptions =
        new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true);

    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Diagnose);
}
