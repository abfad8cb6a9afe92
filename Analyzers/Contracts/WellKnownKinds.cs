namespace Devmap.Analyzers.Contracts;

/// <summary>The kinds of reference of which a rule of its own speaks.</summary>
internal static class WellKnownKinds
{
    /// <summary>A reference on a range of device memory: it keeps the pages of the range as well.</summary>
    public const string PgMap = "pgmap";
}
