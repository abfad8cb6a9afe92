using System;
using System.Collections.Generic;
using System.Linq;

namespace Devmap;

/// <summary>How taking a device range away went, and, when it is not done, whom it waits for.</summary>
public sealed class TeardownResult
{
    internal TeardownResult(Errno error, long pgmapReferences, IReadOnlyList<OutstandingPage> pages, IReadOnlyList<ReferenceHolder> pgmapHolders)
    {
        Error = error;
        PgMapReferences = pgmapReferences;
        Pages = pages;
        PgMapHolders = pgmapHolders;
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

    /// <summary>Where the references on the range were taken; empty unless a <see cref="ReferenceTracker"/> was on.</summary>
    public IReadOnlyList<ReferenceHolder> PgMapHolders { get; }

    /// <summary>The pages that are still held, in the order of their frames.</summary>
    public IReadOnlyList<OutstandingPage> Pages { get; }

    /// <inheritdoc/>
    public override string ToString()
    {
        if (IsComplete)
        {
            return "removed";
        }

        string holders = string.Concat(PgMapHolders.Concat(Pages.SelectMany(page => page.Holders)).Select(holder => Environment.NewLine + "  " + holder));
        return $"{Error}: waits for {PgMapReferences} pgmap references and {Pages.Count} pages ({string.Join("; ", Pages)}){holders}";
    }
}
