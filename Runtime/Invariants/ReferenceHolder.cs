namespace Devmap;

/// <summary>Something that was taken and is not given up, with the place in the program that took it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Member">The member that took it, as <c>Type.Method</c>: the first on the stack that is not the library's.</param>
/// <param name="File">Its source file; empty where the program carries no debug information.</param>
/// <param name="Line">The line, counted from 1; 0 where <paramref name="File"/> is empty.</param>
/// <param name="ThreadId">The managed id of the thread that took it.</param>
public sealed record ReferenceHolder(ReferenceKind Kind, string Member, string File, int Line, int ThreadId)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Word} taken by {Member}{(File.Length == 0 ? "" : $" at {File}:{Line}")} (thread {ThreadId})";

    private string Word => Kind switch
    {
        ReferenceKind.Pin => "pin",
        ReferenceKind.Mapping => "mapping",
        ReferenceKind.PgMap => "pgmap reference",
        _ => "reference",
    };
}
