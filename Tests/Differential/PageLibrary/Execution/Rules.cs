using System.Collections.Immutable;

namespace Devmap.Tests.Differential.PageLibrary.Execution;

/// <summary>The rules that what the runtime shows is a matter of.</summary>
internal static class Rules
{
    public const string Unreferenced = "DVM1001";
    public const string LongTermPin = "DVM1002";
    public const string MissingPgMap = "DVM1003";
    public const string MappedByPfn = "DVM1004";
    public const string RemovedWhileMapped = "DVM1005";
    public const string MagicCount = "DVM1006";
    public const string LruOfDevicePage = "DVM1008";
    public const string Leak = "DVM2001";
    public const string OverRelease = "DVM2002";
    public const string UseAfterRelease = "DVM2003";
    public const string WrongFunction = "DVM2004";
    public const string Unchecked = "DVM2005";
    public const string CountMismatch = "DVM2006";
    public const string MissingReference = "DVM2009";

    public static ImmutableArray<string> All { get; } =
    [
        Unreferenced, LongTermPin, MissingPgMap, MappedByPfn, RemovedWhileMapped, MagicCount, LruOfDevicePage,
        Leak, OverRelease, UseAfterRelease, WrongFunction, Unchecked, CountMismatch, MissingReference,
    ];
}
