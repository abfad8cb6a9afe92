namespace Devmap.Analyzers.Contracts;

/// <summary>The qualities of which a rule of its own speaks; of all others the general one does.</summary>
internal static class WellKnownTraits
{
    /// <summary>Memory of a file on FS-DAX: truncation can take it away.</summary>
    public const string FsDax = "fs-dax";

    /// <summary>A frame, or what is made of frames, that has struct pages.</summary>
    public const string StructPage = "struct-page";

    /// <summary>Anonymous memory, which its only holder may write in place.</summary>
    public const string Anonymous = "anonymous";

    /// <summary>A number that is a snapshot of a reference count.</summary>
    public const string RefCount = "ref-count";

    /// <summary>A page of a device range.</summary>
    public const string ZoneDevice = "zone-device";
}
