using System;
using Devmap.Contracts;

namespace Devmap;

/// <summary>
/// A reference was used that the caller cannot have: a put, an unpin or an unmap without its counterpart, a get on an
/// object whose count is zero, a touch of a page that nothing keeps alive.
/// </summary>
/// <remarks>The counts are those that the call found. The call has changed nothing.</remarks>
public sealed class ReferenceCountException : InvalidOperationException
{
    internal ReferenceCountException(Page page, PageCounts counts, InvariantBreach breach)
        : base(breach.ToString())
    {
        Breach = breach;
        Page = page;
        Operation = breach.Operation;
        RefCount = breach.RefCount;
        MapCount = counts.Mappings;
        PinCount = counts.Pins;
    }

    internal ReferenceCountException(string what, string operation, long count, string reason)
        : base($"{operation} on {what}: {reason} (count {count}).")
    {
        Operation = operation;
        RefCount = count;
    }

    /// <summary>
    /// The invariant that the call would have broken, and, where a <see cref="ReferenceTracker"/> is on, where what is held
    /// was taken; <see langword="null"/> where the count belongs to no page.
    /// </summary>
    public InvariantBreach? Breach { get; }

    /// <summary>The page; <see langword="null"/> where the count belongs to something else.</summary>
    [UncountedRef]
    public Page? Page { get; }

    /// <summary>The call that was made.</summary>
    public string Operation { get; }

    /// <summary>The reference count that the call found.</summary>
    public long RefCount { get; }

    /// <summary>The number of page-table entries that held a reference on the page.</summary>
    public int MapCount { get; }

    /// <summary>The number of pins on the page.</summary>
    public int PinCount { get; }
}
