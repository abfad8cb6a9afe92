using System;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Devmap.Analyzers.Contracts.Files;

/// <summary>Which of the additional files of a compilation are contract files.</summary>
internal static class ContractFileName
{
    private const string Name = "RefContracts.txt";

    public static bool Any(AnalyzerOptions options) => options.AdditionalFiles.Any(static file => Is(file.Path));

    /// <summary><c>RefContracts.txt</c> and <c>*.RefContracts.txt</c>, in any casing: file systems differ.</summary>
    public static bool Is(string? path)
    {
        if (path is null || !path.EndsWith(Name, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        int before = path.Length - Name.Length - 1;
        return before < 0 || path[before] is '.' or '/' or '\\';
    }
}
