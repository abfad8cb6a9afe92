namespace Devmap.Tests.Runtime.Properties;

/// <summary>What an actor can do.</summary>
internal enum Deed
{
    MapShared,
    MapPrivate,
    MapCached,
    MapAnonymous,
    MapDevice,
    Read,
    Write,
    Zap,
    Unmap,
    Protect,
    Pin,
    PinFast,
    PinLongTerm,
    Get,
    GetFileDirectly,
    LetGo,
    Fork,
    Exit,
    Truncate,
    Punch,
    Extend,
    TruncateCached,
    PunchCached,
    GetPgMap,
    PutPgMap,
}

/// <summary>One deed; the numbers choose among what there is.</summary>
internal sealed record Step(Deed Deed, int First, int Second);
