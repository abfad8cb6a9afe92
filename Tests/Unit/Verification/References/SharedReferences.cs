using System.Collections.Concurrent;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>One reference object per file and process: compilations that refer to the same object share what was read from it.</summary>
internal static class SharedReferences
{
    private static readonly ConcurrentDictionary<string, MetadataReference> ByPath = new();

    public static MetadataReference FromFile(string path) =>
        ByPath.GetOrAdd(path, static path => MetadataReference.CreateFromFile(path));
}
