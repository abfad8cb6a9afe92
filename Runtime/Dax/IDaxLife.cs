namespace Devmap;

/// <summary>A DAX device, as seen from the range that it uses: alive until it is killed.</summary>
internal interface IDaxLife
{
    bool IsAlive { get; }
}
