using System.Collections.Generic;

namespace Devmap;

/// <summary>How taking a device range away went, and, when it is not done, whom it waits for.</summary>
public sealed class TeardownResult
{
    internal TeardownResult(Errno error, long pgmapReferences, IReadOnlyList<OutstandingPage> pages)
    {
        Error = error;
        PgMapReferences = pgmapReferences;
        Pages = pages;
    }

    /// <summary>
    /// <see cref="Errno.None"/>: the range is gone. <see cref="Errno.ETIMEDOUT"/>, <see cref="Errno.ERESTARTSYS"/>: it
    /// is dying, but somebody still holds it; the same call goes on waiting.
    /// </summary>
    public Errno Error { get; }

    /// <summary>Whether the range is gone.</summary>
    public bool IsComplete => Error == Errno.None;

    /// <summary>References on the range itself that are not given back.</summary>
    public long PgMapReferences { get; }

    /// <summary>The pages that are still held, in the order of their frames.</summary>
    public IReadOnlyList<OutstandingPage> Pages { get; }

    /// <inheritdoc/>
    public override string ToString()
    {
        return IsComplete
            ? "removed"
            : $"{Error}: waits for {PgMapReferences} pgmap references and {Pages.Count} pages ({string.Join("; ", Pages)})";
    }
}
