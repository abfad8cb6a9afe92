namespace Devmap.Analyzers.Flow.State;

/// <summary>A conditional acquire whose answer nobody has asked for yet on this path.</summary>
/// <param name="Answer">The id of the value that answers; 0 where nothing names it any more, so that nobody can ask.</param>
/// <param name="Site">The site of the acquire.</param>
/// <param name="Kind">The kind of reference that was asked for.</param>
/// <param name="Failed">On this path the answer is that nothing was acquired.</param>
internal readonly record struct PendingAnswer(int Answer, int Site, string Kind, bool Failed);
