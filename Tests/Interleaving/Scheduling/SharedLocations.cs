using System.Collections.Generic;

namespace Devmap.Tests.Interleaving.Scheduling;

/// <summary>
/// Which locations more than one thread touches and at least one changes: only there does the order matter. Learnt while
/// exploring; what was explored before something was learnt is explored again.
/// </summary>
internal sealed class SharedLocations
{
    private readonly Dictionary<string, Use> _uses = new();

    /// <summary>Whether a location has become shared since the last <see cref="Acknowledge"/>.</summary>
    public bool HasGrown { get; private set; }

    public void Acknowledge() => HasGrown = false;

    public bool Contains(string location) => _uses.TryGetValue(location, out Use use) && use.IsShared;

    public void Note(int thread, Access access)
    {
        Use before = _uses.GetValueOrDefault(access.Location);
        Use after = before.With(thread, access.IsWrite);
        if (before != after)
        {
            _uses[access.Location] = after;
            HasGrown |= after.IsShared && !before.IsShared;
        }
    }

    private readonly record struct Use(int Threads, bool IsWritten)
    {
        public bool IsShared => IsWritten && (Threads & (Threads - 1)) != 0;

        public Use With(int thread, bool isWrite) => new(Threads | (1 << thread), IsWritten || isWrite);
    }
}
