namespace Devmap.Tests.EndToEnd.Sarif;

/// <summary>One result of a compiler's log.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Level"><c>error</c>, <c>warning</c> or <c>note</c>.</param>
/// <param name="File">The name of the file, without its folder.</param>
/// <param name="Line">From 1 on.</param>
/// <param name="Message">What it says.</param>
/// <param name="IsSuppressed">The source says that it shall not be shown.</param>
internal sealed record ReportedDiagnostic(string Id, string Level, string File, int Line, string Message, bool IsSuppressed)
{
    /// <summary>Whether it is of one of the rules of this package.</summary>
    public bool IsOurs => Id.StartsWith("DVM", System.StringComparison.Ordinal);

    /// <summary>Where it is, in the words of a mark.</summary>
    public Mark Place => new(Id, File, Line);
}
