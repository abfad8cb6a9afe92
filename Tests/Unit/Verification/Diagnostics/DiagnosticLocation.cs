namespace Microsoft.CodeAnalysis.Testing;

/// <summary>One place at which a diagnostic is expected.</summary>
public readonly struct DiagnosticLocation
{
    public DiagnosticLocation(FileLinePositionSpan span, DiagnosticLocationOptions options)
    {
        Span = span;
        Options = options;
    }

    /// <summary>The place; lines and columns count from zero.</summary>
    public FileLinePositionSpan Span { get; }

    public DiagnosticLocationOptions Options { get; }

    internal bool IsMarkupKey => Options.HasFlag(DiagnosticLocationOptions.InterpretAsMarkupKey);
}
