namespace Devmap.Tests.Interleaving.Scheduling;

/// <summary>What a thread is about to touch.</summary>
/// <param name="Location">
/// The field, by its name: fields of the same name are taken for one, which explores more than is needed and misses
/// nothing.
/// </param>
/// <param name="IsWrite">Whether it changes it.</param>
internal readonly record struct Access(string Location, bool IsWrite)
{
    public static Access Read(string expression) => new(FieldOf(expression), IsWrite: false);

    public static Access Write(string expression) => new(FieldOf(expression), IsWrite: true);

    // "ref source._content" and "ref _entries[index]" are the fields _content and _entries.
    private static string FieldOf(string expression)
    {
        int end = expression.IndexOf('[');
        string path = end < 0 ? expression : expression[..end];
        return path[(path.LastIndexOfAny(['.', ' ']) + 1)..];
    }
}
