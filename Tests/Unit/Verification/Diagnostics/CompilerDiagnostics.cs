namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Which diagnostics of the compiler a test has to expect; the rest may be reported or not.</summary>
public enum CompilerDiagnostics
{
    None,

    /// <summary>Errors only.</summary>
    Errors,

    /// <summary>Errors and warnings.</summary>
    Warnings,

    /// <summary>Errors, warnings and suggestions.</summary>
    Suggestions,

    /// <summary>All, the hidden ones included.</summary>
    All,
}
